"""Unusual characters of a report that an editor may want to know of.

Invisible characters stay in the text, but pages omit them; full-width characters are shown as such.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.hidden import unseen

_FULL_WIDTH = re.compile("[\uff05\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")


@dataclass(frozen=True, slots=True)
class OddCharacters:
    """One or more adjacent unusual characters and their position."""

    line: int
    column: int
    """Line and column are counted from 1."""
    text: str
    name: str

    def __str__(self) -> str:
        """Return the position and the name: ``3:14: U+200B (zero width space)``."""
        return f"{self.line}:{self.column}: {self.name}"


def odd_characters(text: str) -> tuple[OddCharacters, ...]:
    r"""Return the invisible and the full-width characters of a report, in order.

    >>> [str(one) for one in odd_characters("一\u200b、\n增长６％。")]
    ['1:2: U+200B (zero width space)', '2:3: ６％ (full width)']
    """
    found = [OddCharacters(one.line, one.column, one.character, one.name) for one in unseen(text)]
    found += _full_width(text)
    return tuple(sorted(found, key=lambda one: (one.line, one.column)))


def _full_width(text: str) -> Iterator[OddCharacters]:
    for number, line in enumerate(text.split("\n"), 1):
        for found in _FULL_WIDTH.finditer(line):
            yield OddCharacters(number, found.start() + 1, found[0], f"{found[0]} (full width)")
