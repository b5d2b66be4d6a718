"""Finds numbers that are labels: names, months and days, years, decades."""

import re
from collections.abc import Iterator
from decimal import Decimal

from mingbai.figures.english.context import bound_of
from mingbai.figures.english.tokens import AMOUNT, SCALE, found_at, unit_after
from mingbai.figures.english.words import MONTHS
from mingbai.figures.model import Bound, Found, Kind
from mingbai.figures.units import en_signs

_LATIN = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z]*[0-9])[A-Za-z0-9]+(?:[._+-][A-Za-z0-9]+)*")
_UNIT_LETTERS = re.compile(r"[0-9.,]+(?:st|nd|rd|th|s|km|kg|kWh|kW|ha|%)?(?:-[a-z-]+)?")
_QUOTED = re.compile(r"(?<=[“\"‘'])[0-9][0-9+./-]*(?=[”\"’'])")
_FIRST_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_PLUS = re.compile(r"(?<![0-9])[0-9]+\+[0-9]+")
_YEARS = re.compile(r"(?P<first>1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?:[–—-](?P<last>[0-9]{4}))?"
                    r"(?![0-9,.]{0,40}[0-9%])")  # fmt: skip
_DECADE = re.compile(r"(?:(?:1[0-9]|20)?(?P<decade>[0-9]0))s(?![A-Za-z])")
_MONTH = re.compile(
    rf"(?P<month>{'|'.join(MONTHS)})(?![a-z])(?:\s+(?P<day>[0-9]{{1,2}})(?![0-9,.]*[0-9%]))?"
)
_DAY_BEFORE = re.compile(r"(?<![0-9.,$¥€])[0-9]{1,2}\s+$")
_IN_MONTH = re.compile(r"\b(?:in|of|since|from|by|late|early) $")
_IN_AMOUNT = re.compile(r"[0-9A-Za-z$¥€,.]$")
_SCALED = re.compile(rf"[\s-](?:{SCALE})|[a-z]")
_AROUND = re.compile(r"(?:around|over)\s$")
FIRST_YEAR, LAST_YEAR = 1800, 2199
"""Four digits in this range, without a comma, are a year."""


def names(text: str, lower: str) -> list[Found]:
    """“551”, 6+1, G60, 135N, PM2.5."""
    del lower
    found = []
    for pattern in (_QUOTED, _PLUS, _LATIN):
        for match in pattern.finditer(text):
            is_amount = _UNIT_LETTERS.fullmatch(match[0]) or _sign_at(text, match.start(), match[0])
            if pattern is _LATIN and is_amount:
                continue
            digits = _FIRST_DIGITS.search(match[0])
            if digits is not None:
                found.append(found_at(match, Decimal(digits[0]), Kind.NAME))
    return found


def _sign_at(text: str, start: int, word: str) -> bool:
    """Return whether the word is an amount that starts with its currency: RMB160, US$30."""
    match = AMOUNT.match(text, start)
    return match is not None and bool(match["sign"]) and match.end() >= start + len(word)


def calendar(text: str, lower: str) -> list[Found]:
    """June 26, 1957; 2023; 2021–2025; the 1980s."""
    found: list[Found] = []
    for match in _MONTH.finditer(text):
        found.extend(_month(text, match))
    found.extend(
        found_at(match, Decimal(match["decade"]), Kind.YEAR, "decade")
        for match in _DECADE.finditer(text)
    )
    found.extend(year for match in _YEARS.finditer(text) if (year := _year(text, lower, match)))
    return found


def _month(text: str, match: re.Match[str]) -> Iterator[Found]:
    """Yield the month and the day next to it; May and March only if they are not verbs."""
    start, end = match.span("month")
    window = text[max(0, start - 6) : start]
    day_before = _DAY_BEFORE.search(window)
    is_verb = match["month"] in {"May", "March"} and not _IN_MONTH.search(window)
    if is_verb and not match["day"] and not day_before:
        return
    number = Decimal(MONTHS.index(match["month"]) + 1)
    yield Found(start, end, match["month"], number, Kind.ORDINAL, "month")
    if match["day"]:
        day, span = match["day"], match.span("day")
    elif day_before:
        day = day_before[0].strip()
        begin = start - len(day_before[0])
        span = (begin, begin + len(day))
    else:
        return
    yield Found(*span, day, Decimal(day), Kind.ORDINAL, "day")


def _year(text: str, lower: str, match: re.Match[str]) -> Found | None:
    """Return four digits as a year, unless they have a sign, a bound, a multiplier or a unit."""
    start, end = match.span()
    before = text[max(0, start - 6) : start]
    is_amount = (
        not FIRST_YEAR <= int(match["first"]) <= LAST_YEAR
        or _IN_AMOUNT.search(before)
        or before.rstrip().endswith(tuple(en_signs()))
        or unit_after(lower, end)
        or _SCALED.match(lower, end)
        or (bound_of(lower, start, end) is not Bound.EXACT and not _AROUND.search(before))
    )
    if is_amount:
        return None
    upper = Decimal(match["last"]) if match["last"] else None
    return Found(start, end, match[0], Decimal(match["first"]), Kind.YEAR, "year", upper=upper)
