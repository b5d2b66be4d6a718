"""Numbers that are labels: names, months and days, years, decades."""

import re
from decimal import Decimal

from mingbai.figures.english.context import bound_of
from mingbai.figures.english.tokens import AMOUNT, SCALE, found_at, gap
from mingbai.figures.english.words import MONTHS
from mingbai.figures.model import Bound, Found, Kind
from mingbai.figures.units import en_pattern, en_signs

_LATIN = re.compile(r"(?=[A-Za-z]*[0-9])[A-Za-z0-9]+(?:[._+-][A-Za-z0-9]+)*")
_UNIT_LETTERS = re.compile(r"[0-9.,]+(?:st|nd|rd|th|s|km|kg|kWh|kW|ha|%)?(?:-[a-z-]+)?")
_QUOTED = re.compile(r"(?<=[“\"‘'])[0-9][0-9+./-]*(?=[”\"’'])")
_PLUS = re.compile(r"[0-9]+\+[0-9]+")
_YEARS = re.compile(r"(?P<first>1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?:[–—-](?P<last>[0-9]{4}))?"
                    r"(?![0-9,.]*[0-9%])")  # fmt: skip
_DECADE = re.compile(r"(?:(?:1[0-9]|20)?(?P<decade>[0-9]0))s(?![A-Za-z])")
_MONTH = re.compile(
    rf"(?P<month>{'|'.join(MONTHS)})(?![a-z])(?:\s+(?P<day>[0-9]{{1,2}})(?![0-9,]*[0-9%]))?"
)
_DAY_BEFORE = re.compile(r"(?<![0-9])[0-9]{1,2}\s+$")
_FIRST_YEAR = 1800
_LAST_YEAR = 2199


def names(text: str, lower: str) -> list[Found]:
    """“551”, 6+1, G60, 135N, PM2.5."""
    found = []
    for pattern in (_QUOTED, _PLUS, _LATIN):
        for match in pattern.finditer(text):
            if pattern is _LATIN and (
                _UNIT_LETTERS.fullmatch(match[0]) or _sign_at(text, match.start(), match[0])
            ):
                continue
            digits = re.search(r"[0-9]+(?:\.[0-9]+)?", match[0])
            if digits is not None:
                found.append(found_at(match, Decimal(digits[0]), Kind.NAME))
    del lower
    return found


def _sign_at(text: str, start: int, word: str) -> bool:
    """Return whether the word is an amount with its currency before it: RMB160, US$30."""
    match = AMOUNT.match(text, start)
    return match is not None and bool(match["sign"]) and match.end() >= start + len(word)


def calendar(text: str, lower: str) -> list[Found]:
    """June 26, 1957; 2023; 2021–2025; the 1980s."""
    found = []
    for match in _MONTH.finditer(text):
        if match["day"] is None and match["month"] in {"May", "March"}:
            before = _DAY_BEFORE.search(text, max(0, match.start() - 4), match.start())
            if before is None and not re.search(
                r"(?:in|of|since|from|by) $", text[: match.start()][-6:]
            ):
                continue
        number = Decimal(MONTHS.index(match["month"]) + 1)
        end = match.end("month")
        found.append(Found(match.start(), end, match["month"], number, Kind.ORDINAL, "month"))
        if match["day"]:
            start, stop = match.span("day")
            found.append(
                Found(start, stop, match["day"], Decimal(match["day"]), Kind.ORDINAL, "day")
            )
        elif before := _DAY_BEFORE.search(text[: match.start()][-4:]):
            start = match.start() - len(before[0])
            day = before[0].strip()
            found.append(Found(start, start + len(day), day, Decimal(day), Kind.ORDINAL, "day"))
    for match in _DECADE.finditer(text):
        found.append(found_at(match, Decimal(match["decade"]), Kind.YEAR, "decade"))
    found += [year for match in _YEARS.finditer(text) if (year := _year(text, lower, match))]
    return found


def _year(text: str, lower: str, match: re.Match[str]) -> Found | None:
    start, end = match.span()
    before = text[max(0, start - 4) : start]
    if re.search(r"[0-9A-Za-z$¥€,.]$", before) or any(
        before.rstrip().endswith(s) for s in en_signs()
    ):
        return None
    if en_pattern().match(lower, end + len(gap(lower, end))) or not (
        _FIRST_YEAR <= int(match["first"]) <= _LAST_YEAR
    ):
        return None
    if re.match(rf"[\s-](?:{SCALE})", lower[end:][:12]) or lower[end : end + 1].isalpha():
        return None
    if bound_of(lower, start, end) is not Bound.EXACT and not re.search(
        r"(?:around|over)\s$", before
    ):
        return None
    upper = Decimal(match["last"]) if match["last"] else None
    return Found(start, end, match[0], Decimal(match["first"]), Kind.YEAR, "year", upper=upper)
