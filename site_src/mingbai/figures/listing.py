"""Lists every number of a report, paragraph by paragraph, for the command line."""

from collections.abc import Iterator
from decimal import Decimal

from mingbai.figures.chinese import find
from mingbai.figures.model import Found, ListedNumber
from mingbai.figures.tables import units_of_lines, with_units


def find_report(text: str) -> tuple[ListedNumber, ...]:
    r"""Return every number of a report, with its paragraph and its offsets in the whole text.

    Paragraphs are the non-empty lines, counted from 1; a number never extends over a line's end.
    A number of a table has the unit of its column or row.

    >>> [(n.paragraph, n.start, n.text, n.value) for n in find_report("甲：\n\n增长6.3%")]
    [(2, 6, '6.3%', '6.3')]
    """
    lines = tuple(_paragraphs(text))
    units = units_of_lines(line for _, _, line in lines)
    return tuple(
        listed(found, paragraph, start)
        for (paragraph, start, line), of_cells in zip(lines, units, strict=True)
        for found in with_units(line, of_cells, find(line))
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield number, offset and text of every line that is not empty."""
    number = start = 0
    for line in text.splitlines(keepends=True):
        if line.strip().strip("\u200b\ufeff"):
            number += 1
            yield number, start, line.rstrip("\r\n")
        start += len(line)


def listed(found: Found, paragraph: int, offset: int) -> ListedNumber:
    """Return a found number as an entry of the list.

    Args:
        found: the number, with offsets in its paragraph.
        paragraph: the paragraph's number.
        offset: the paragraph's offset in the report.
    """
    return ListedNumber(
        paragraph=paragraph,
        start=offset + found.start,
        end=offset + found.end,
        text=found.text,
        value=decimal_string(found.value),
        upper=None if found.upper is None else decimal_string(found.upper),
        unit=found.unit,
        bound=found.bound.value,
        kind=found.kind.value,
        direction=None if found.direction is None else found.direction.value,
    )


def decimal_string(value: Decimal) -> str:
    """Return a number as data files write it: plain digits, no exponent.

    >>> decimal_string(Decimal("7.0625E+11"))
    '706250000000'
    """
    return f"{value:f}"
