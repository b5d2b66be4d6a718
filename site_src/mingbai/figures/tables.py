"""The units that a table gives once for a whole column, row or table.

A table in a plain text is a series of lines whose cells are separated by tabs. A unit stands in
brackets in the column's head or in the row's first cell (地区生产总值（亿元）), in a column of its
own (单位), or in the line before the table (单位：亿元).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from mingbai.figures.chinese import find
from mingbai.figures.model import Found, Kind

_IN_BRACKETS = re.compile(r"[（(]([^（）()\d]{1,8})[）)]")
_OF_TABLE = re.compile(r"单位[：:][ ]?([^\s，；）)]{1,8})")
_UNIT = "单位"


def units_of_lines(lines: Iterable[str]) -> Iterator[tuple[str, ...]]:
    r"""Yield for each line the unit of each of its cells; nothing for a line that is no table row.

    >>> list(units_of_lines(["指标（年）\t收入（亿元）", "2023\t305.2"]))
    [('', ''), ('', '亿元')]
    """
    head: tuple[str, ...] = ()
    own = ""
    for line in lines:
        if "\t" not in line:
            head = ()
            named = _OF_TABLE.search(line)
            own = named[1] if named else ("" if line.strip() else own)
            yield ()
        elif not head:
            head = tuple(line.split("\t"))
            yield ("",) * len(head)
        else:
            yield _row(head, line.split("\t"), own)


def _row(head: tuple[str, ...], cells: list[str], own: str) -> tuple[str, ...]:
    column = [found[1] if (found := _IN_BRACKETS.search(cell)) else "" for cell in head]
    label = _IN_BRACKETS.search(cells[0])
    row = cells[head.index(_UNIT)].strip() if _UNIT in head[: len(cells)] else ""
    row = row or (label[1] if label else "")
    units = (
        column[index] if index < len(column) and column[index] else row or own
        for index in range(len(cells))
    )
    return ("", *list(units)[1:])


def with_units(line: str, units: tuple[str, ...], numbers: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return the numbers of a table row, those without a unit with that of their cell."""
    if not any(units):
        return numbers
    ends = [0]
    for cell in line.split("\t"):
        ends.append(ends[-1] + len(cell) + 1)
    return tuple(_with_unit(line, ends, units, number) for number in numbers)


def _with_unit(line: str, ends: list[int], units: tuple[str, ...], number: Found) -> Found:
    cell = next(index for index, end in enumerate(ends[1:]) if number.start < end)
    if number.unit is not None or number.kind is not Kind.COUNT or not units[cell]:
        return number
    start, end = ends[cell], ends[cell + 1] - 1
    said = line[start : number.end] + units[cell] + line[number.end : end]
    again = next((one for one in find(said) if one.start == number.start - start), None)
    if again is None or again.unit is None:
        return number
    return replace(again, start=number.start, end=number.end, text=number.text, unit_text="")
