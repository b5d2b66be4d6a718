"""The calendar: years, decades, centuries, quarters, months and days."""

import re
from dataclasses import replace

from mingbai.figures.chinese.reading import Reading
from mingbai.figures.model import Found, Kind
from mingbai.figures.numerals import Numeral, Style

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Four digits in this range before 年 are a calendar year, not a duration."""

_SPACE = "[ ]?"
_YEAR = re.compile(f"{_SPACE}年(?!代)")
_DECADE = re.compile(f"{_SPACE}年代")
_CENTURY = re.compile(f"{_SPACE}世纪")
_QUARTER = re.compile(f"{_SPACE}季度")
_MONTH = re.compile(f"{_SPACE}月份?")
_DAY = re.compile(f"{_SPACE}[日号]")
_DASH = re.compile("[ ]?(?:[—–~～-]{1,2}|到|至)[ ]?")
_CHINESE_MONTH = re.compile("月(?:份|[一二三四五六七八九十]{1,3}日)")
_AFTER_MONTH = re.compile("(?:月份?|日[至到—-])[ ]?$")
_PART_OF_CENTURY = 10
_DATE = re.compile(r"[12]\d{3}([-./])(?:1[0-2]|0?[1-9])\1(?:3[01]|[12]\d|0?[1-9])(?![\d.])")
_CLOCK = re.compile(r"(?:2[0-3]|[01]?\d)[:：][0-5]\d(?:[:：][0-5]\d)?(?!\d)")
_BEFORE_CLOCK = re.compile(r"[\d.]$")
_BARE_YEARS = range(1949, 2051)
_NAME = re.compile(
    "[ ]?(?:中国|全国|全球|世界|国际|亚洲|国内|西部|[“《]"
    "|[^，。；、]{1,12}(?:大赛|大会|论坛|峰会|杯|赛|展|博览会|节)(?:[，。；、]|$))"
)


def date(reading: Reading, at: int) -> Found | None:
    """2026-02-06: a whole date in digits, one name."""
    return _written(reading, at, _DATE)


def clock(reading: Reading, at: int) -> Found | None:
    """09:02:33: a time of the day, one name; 2.50:1 is a ratio."""
    return _written(reading, at, _CLOCK)


def _written(reading: Reading, at: int, pattern: re.Pattern[str]) -> Found | None:
    numeral = reading.numerals[at]
    if numeral.style is not Style.ARABIC:
        return None
    match = pattern.match(reading.plain, numeral.start)
    if match is None or _BEFORE_CLOCK.search(reading.before(numeral, 1)):
        return None
    return reading.found((numeral.start, match.end()), numeral, Kind.NAME)


def bare_year(reading: Reading, at: int) -> Found | None:
    """2025中国足协杯: a year without 年, at the start of a name."""
    numeral = reading.numerals[at]
    text = reading.plain[numeral.start : numeral.end]
    if not text.isdigit() or int(text) not in _BARE_YEARS or numeral.style is not Style.ARABIC:
        return None
    if not _NAME.match(reading.plain, numeral.end):
        return None
    return reading.found((numeral.start, numeral.end), numeral, Kind.YEAR, "year")


def year(reading: Reading, at: int) -> Found | None:
    """2023年, 1 9 9 7 年, 一九五七年, and the range 1956—1967年."""
    first = reading.numerals[at]
    if not _is_year(first, reading):
        return None
    if match := _YEAR.match(reading.plain, first.end):
        return reading.found((first.start, match.end()), first, Kind.YEAR, "year")
    dash = _DASH.match(reading.plain, first.end)
    last = reading.numerals[at + 1] if at + 1 < len(reading.numerals) else None
    if dash is None or last is None or last.start != dash.end() or not _is_year(last, reading):
        return None
    match = _YEAR.match(reading.plain, last.end)
    end = match.end() if match else last.end
    return Found(
        first.start, end, reading.text[first.start : end], first.value, Kind.YEAR, "year",
        unit_text="年" if match else "", upper=last.value,
    )  # fmt: skip


def _is_year(numeral: Numeral, reading: Reading) -> bool:
    digits = reading.plain[numeral.start : numeral.end].replace(" ", "")
    year_length = 4
    return (
        len(digits) == year_length
        and "." not in digits
        and numeral.style in {Style.ARABIC, Style.CHINESE}
        and not numeral.power
        and FIRST_YEAR <= numeral.value <= LAST_YEAR
        and not set(digits) & set("十百千")
    )


def decade(reading: Reading, at: int) -> Found | None:
    """八十年代 is 80 with the unit decade: the text does not give the century."""
    numeral = reading.numerals[at]
    match = _DECADE.match(reading.plain, numeral.end)
    if match is None or not 0 < numeral.value < LAST_YEAR or numeral.value % 10:
        return None
    return reading.found((numeral.start, match.end()), numeral, Kind.YEAR, "decade")


def century(reading: Reading, at: int) -> Found | None:
    """二十一世纪 is the 21st century."""
    numeral = reading.numerals[at]
    match = _CENTURY.match(reading.plain, numeral.end)
    if match is None or numeral.style is Style.UNREAD or numeral.value < _PART_OF_CENTURY:
        return None
    return reading.found((numeral.start, match.end()), numeral, Kind.ORDINAL, "century")


def quarter(reading: Reading, at: int) -> Found | None:
    """三季度 is the third quarter; 前三季度 are three of them."""
    numeral = reading.numerals[at]
    match = _QUARTER.match(reading.plain, numeral.end)
    if match is None or numeral.style in {Style.UNREAD, Style.VAGUE}:
        return None
    before = reading.before(numeral, 1)
    start = numeral.start - 1 if before == "第" else numeral.start
    kind = Kind.DURATION if before == "前" else Kind.ORDINAL
    return reading.found((start, match.end()), numeral, kind, "quarter")


def month(reading: Reading, at: int) -> Found | None:
    """6月; of Chinese numerals only 六月份 and 六月一日."""
    numeral = reading.numerals[at]
    match = _MONTH.match(reading.plain, numeral.end)
    if match is None or not _is_whole(numeral, 12):
        return None
    is_chinese = numeral.style is Style.CHINESE
    if is_chinese and not _CHINESE_MONTH.match(reading.plain, numeral.end):
        return None
    return reading.found((numeral.start, match.end()), numeral, Kind.ORDINAL, "month")


def months(reading: Reading, at: int) -> Found | None:
    """1—11月: from one month to another."""
    first = reading.numerals[at]
    dash = _DASH.match(reading.plain, first.end)
    if dash is None or not _is_whole(first, 12) or at + 1 == len(reading.numerals):
        return None
    last = reading.numerals[at + 1]
    known = month(reading, at + 1) if last.start == dash.end() else None
    if known is None or known.value <= first.value:
        return None
    text = reading.text[first.start : known.end]
    return replace(known, start=first.start, text=text, value=first.value, upper=known.value)


def day(reading: Reading, at: int) -> Found | None:
    """26日 after a month."""
    numeral = reading.numerals[at]
    match = _DAY.match(reading.plain, numeral.end)
    if match is None or not _is_whole(numeral, 31):
        return None
    if not _AFTER_MONTH.search(reading.before(numeral, 3)):
        return None
    return reading.found((numeral.start, match.end()), numeral, Kind.ORDINAL, "day")


def _is_whole(numeral: Numeral, most: int) -> bool:
    return (
        numeral.style in {Style.ARABIC, Style.CHINESE}
        and not numeral.power
        and 1 <= numeral.value <= most
        and numeral.value == numeral.value.to_integral_value()
    )
