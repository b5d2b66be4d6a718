"""What the English rules share: the shape of an amount, and spans that must not overlap."""

import re
from decimal import Decimal

from mingbai.figures.english.words import CARDINALS, SCALES, alternatives
from mingbai.figures.model import Found, Kind
from mingbai.figures.units import en_pattern, en_signs

_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_SIGN = "|".join(re.escape(sign) for sign in sorted(en_signs(), key=len, reverse=True))
SCALE = "|".join(SCALES)
AMOUNT = re.compile(
    rf"(?:(?<![A-Za-z])(?P<sign>{_SIGN})\s?)?"
    rf"(?P<digits>{_DIGITS}|(?<![A-Za-z-])(?:{alternatives(CARDINALS)})(?![A-Za-z]))"
    rf"(?:[\s-](?P<scale>{SCALE})(?![A-Za-z]))?",
    re.IGNORECASE,
)
_GAPS = (
    re.compile(r"[\s-]*"),
    re.compile(
        r"[\s-]*(?:consecutive|straight|successive|more|additional|full|new)?\s*(?:of\s+)?"
    ),
)
"""What may stand between a number and its unit, the shortest first."""


def unit_after(lower: str, end: int) -> re.Match[str] | None:
    """Return the unit that follows a number in a lower-case text.

    >>> unit_after("18 consecutive years", 2)[0], unit_after("10 consecutive wins", 2)[0]
    ('years', 'consecutive wins')
    """
    for gap in _GAPS:
        match = gap.match(lower, end)
        unit = match and en_pattern().match(lower, match.end())
        if unit:
            return unit
    return None


def found_at(match: re.Match[str], value: Decimal, kind: Kind, unit: str | None = None) -> Found:
    """Return what a match found, its span being the whole match."""
    return Found(match.start(), match.end(), match[0], value, kind, unit)


class Held:
    """The characters that numbers already found stand on."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._positions: set[int] = set()

    def take(self, one: Found) -> bool:
        """Hold the number's characters; return False, and hold none, where one is taken."""
        positions = range(one.start, one.end)
        if not self._positions.isdisjoint(positions):
            return False
        self._positions.update(positions)
        return True
