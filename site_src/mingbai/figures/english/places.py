"""Finds ranks and ordinals, fractions, multiples, and magnitudes in words."""

import re
from dataclasses import replace
from decimal import Decimal

from mingbai.figures.english.context import bound_of, direction_of, is_rank
from mingbai.figures.english.tokens import found_at
from mingbai.figures.english.words import CARDINALS, ORDINALS, PARTS, SCALES, alternatives, scaled
from mingbai.figures.kinds import kind_of
from mingbai.figures.model import Bound, Direction, Found, Kind
from mingbai.figures.numerals import shift

_ORDINAL = re.compile(
    rf"(?:(?P<digits>[0-9]{{1,4}})(?:st|nd|rd|th)|(?<![A-Za-z-])(?P<word>{alternatives(ORDINALS)}))"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?:(?P<few>a|one|two|three|four|five|six|seven|eight|nine)[\s-])?"
    rf"(?P<part>{alternatives(PARTS)})(?P<plural>s)?(?![A-Za-z-])",
    re.IGNORECASE,
)
_SLASH = re.compile(r"(?<![0-9./])(?P<few>[0-9]{1,2})/(?P<many>[1-9][0-9]?)(?![0-9./])")
_TOP = re.compile(
    rf"top[\s-](?P<digits>[0-9]+|{alternatives(CARDINALS)})(?![A-Za-z0-9.,%])", re.IGNORECASE
)
_NUMBER = re.compile(r"No\.\s?(?P<digits>[0-9]+)")
_MULTIPLES = {
    "twice": (2, "time"), "doubl": (1, "doubling"), "tripl": (2, "times"), "trebl": (2, "times"),
    "quadrupl": (2, "doubling"),
}  # fmt: skip
_MULTIPLE = re.compile(
    r"(?:twice|(?:doubl|tripl|trebl|quadrupl)(?:e[sd]?|ing))(?![a-z-])", re.IGNORECASE
)
_SPOKEN_MAGNITUDE = re.compile(
    r"(?P<first>tens|dozens|hundreds|several (?:dozen|hundred|thousand)|thousands)"
    r"(?:\s+of\s+(?P<second>thousands|millions|billions))?(?=\s+of\s|\s+[a-z])", re.IGNORECASE,
)  # fmt: skip
_ANNIVERSARY = re.compile(
    r"\s+(?:anniversary|(?:consecutive|straight|successive)\s+years?|year running)"
)
_FEW = re.compile(r"(?:^|[^a-z])(?:a|one|two)[\s-]$", re.IGNORECASE)
_WHICH = re.compile(r"(?:first|second|other|latter) $")
_CENTURY = re.compile(r"\s+century")


def ranks(text: str, lower: str) -> list[Found]:
    """Top three; No. 1; third in the province; the 21st century; the 75th anniversary."""
    found = []
    for match in _TOP.finditer(text):
        value = scaled(match["digits"], None)
        found.append(replace(found_at(match, value, Kind.RANK), bound=Bound.AT_MOST))
    found += [found_at(m, Decimal(m["digits"]), Kind.RANK) for m in _NUMBER.finditer(text)]
    for match in _ORDINAL.finditer(text):
        if _is_part(text, match):
            continue
        word = match["word"]
        value = Decimal(ORDINALS[word.lower()] if word else match["digits"])
        if years := _ANNIVERSARY.match(lower, match.end()):
            start, end = match.start(), years.end()
            found.append(Found(start, end, text[start:end], value, Kind.DURATION, "year", "year"))
        elif _CENTURY.match(lower, match.end()):
            found.append(found_at(match, value, Kind.ORDINAL, "century"))
        else:
            rank = is_rank(text, match.start(), match.end())
            found.append(found_at(match, value, Kind.RANK if rank else Kind.ORDINAL))
    return found


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Return whether the ordinal is the denominator of a fraction: one third, a fifth."""
    word = (match["word"] or "").lower()
    return word in PARTS and bool(_FEW.search(text[max(0, match.start() - 6) : match.start()]))


def parts(text: str, lower: str) -> list[Found]:
    """One third, two thirds, half, a quarter, 3/4; not the first half of a year."""
    found = [
        _part(lower, match, Decimal(match["few"]), f"1/{match['many']}")
        for match in _SLASH.finditer(text)
    ]
    for match in _PART.finditer(text):
        few, part = (match["few"] or "").lower(), match["part"].lower()
        before = lower[max(0, match.start() - 8) : match.start()]
        is_half = part in {"half", "halves"}
        if not (few or is_half) or before[-1:].isalpha() or (is_half and _WHICH.search(before)):
            continue
        found.append(_part(lower, match, Decimal(CARDINALS.get(few, 1)), f"1/{PARTS[part]}"))
    return found


def _part(lower: str, match: re.Match[str], value: Decimal, unit: str) -> Found:
    direction = direction_of(lower, match.start(), match.end())
    return replace(
        found_at(match, value, kind_of(unit, direction), unit),
        bound=bound_of(lower, match.start(), match.end()),
        direction=direction,
    )


def multiples(text: str, lower: str) -> list[Found]:
    """Doubled, quadrupled, twice."""
    found = []
    for match in _MULTIPLE.finditer(text):
        stem = next(stem for stem in _MULTIPLES if match[0].lower().startswith(stem))
        value, unit = _MULTIPLES[stem]
        direction = None if unit == "time" else Direction.UP
        bound = bound_of(lower, match.start(), match.end())
        one = found_at(match, Decimal(value), kind_of(unit, direction), unit)
        found.append(replace(one, bound=bound, direction=direction))
    return found


def magnitudes(text: str, lower: str) -> list[Found]:
    """Tens of thousands, hundreds: a magnitude without an exact number."""
    del lower
    found = []
    for match in _SPOKEN_MAGNITUDE.finditer(text):
        first = match["first"].lower().split()[-1].rstrip("s")
        power = {"ten": 1, "dozen": 1, "hundred": 2, "thousand": 3}[first]
        power += SCALES[match["second"].lower().rstrip("s")] if match["second"] else 0
        one = found_at(match, shift(Decimal(1), power), Kind.COUNT)
        found.append(replace(one, bound=Bound.ABOUT, magnitude=True))
    return found
