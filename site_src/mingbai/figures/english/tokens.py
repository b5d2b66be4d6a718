"""Shared by the English rules: the pattern of an amount, and spans that must not overlap."""

import re
from decimal import Decimal

from mingbai.figures.english.words import CARDINALS, SCALES, alternatives, scaled
from mingbai.figures.model import Found, Kind
from mingbai.figures.numerals import shift
from mingbai.figures.units import en_pattern, en_signs

_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_SIGN = "|".join(re.escape(sign) for sign in sorted(en_signs(), key=len, reverse=True))
SCALE = "|".join(SCALES)
_LARGE = "million|billion|trillion"
AMOUNT = re.compile(
    rf"(?:(?<![A-Za-z])(?P<sign>{_SIGN})\s?)?"
    rf"(?:(?P<digits>{_DIGITS}|(?<![A-Za-z-])(?:{alternatives(CARDINALS)})(?![A-Za-z]))"
    rf"(?:[\s-](?P<scale>{SCALE})(?![A-Za-z]))?"
    rf"|(?<![A-Za-z-])(?:an?[\s-](?P<one>{SCALE})"
    rf"|(?P<bare>{SCALE})(?=[\s-](?:{_LARGE}|yuan|mu|U\.S\.|dollar)))(?![A-Za-z]))"
    rf"(?:[\s-](?P<large>{_LARGE})(?![A-Za-z]))?",
    re.IGNORECASE,
)
"""An amount without its unit: US$3.01 billion, twelve, one hundred million, a billion."""


def amount_of(match: re.Match[str]) -> Decimal:
    """Return the value of a match of `AMOUNT`.

    >>> [f"{amount_of(m):f}" for m in AMOUNT.finditer("RMB 706.25 billion, a hundred million")]
    ['706250000000', '100000000']
    """
    value = scaled(match["digits"] or "1", match["scale"] or match["one"] or match["bare"])
    return shift(value, SCALES[match["large"].lower()] if match["large"] else 0)


_GAPS = (
    re.compile(r"[\s-]*"),
    re.compile(r"[\s-]*(?:consecutive|straight|successive|more|additional|full|new)?\s*(?:of\s+)?"),
)
"""Patterns of the text allowed between a number and its unit, the shortest first."""


def unit_after(lower: str, end: int) -> re.Match[str] | None:
    """Return the unit that follows a number in a lower-case text.

    >>> unit_after("18 consecutive years", 2)[0], unit_after("10 consecutive wins", 2)[0]
    ('years', 'consecutive wins')
    """
    for gap in _GAPS:
        match = gap.match(lower, end)
        unit = match and en_pattern().match(lower, match.end())
        if unit and not _is_sign(lower, unit):
            return unit
    return None


def _is_sign(lower: str, unit: re.Match[str]) -> bool:
    """Return whether the word is the currency of the next number: the RMB in "three, RMB 26"."""
    following = lower[unit.end() : unit.end() + 2].lstrip()
    return unit[0].upper() in en_signs() and following[:1].isdigit()


def found_at(match: re.Match[str], value: Decimal, kind: Kind, unit: str | None = None) -> Found:
    """Return a number whose span is the whole match."""
    return Found(match.start(), match.end(), match[0], value, kind, unit)


class Occupied:
    """The characters of the numbers found so far."""

    def __init__(self) -> None:
        """Start without numbers."""
        self._positions: set[int] = set()

    def take(self, one: Found) -> bool:
        """Occupy the number's characters; do nothing and return False if one is occupied."""
        if not self.is_free(one.start, one.end):
            return False
        self._positions.update(range(one.start, one.end))
        return True

    def is_free(self, start: int, end: int) -> bool:
        """Return whether none of these characters is occupied."""
        return self._positions.isdisjoint(range(start, end))
