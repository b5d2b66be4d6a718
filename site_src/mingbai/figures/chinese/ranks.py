"""Ranks and ordinals: 全省第三, 前十, 首位, 十连冠, 第五次, 二十届.

A place in a ranking is a rank; a place in a sequence is an ordinal. 第一， at the start of a clause
only numbers the report's paragraphs and is ignored.
Source: docs/reference/figures.md, "Ranks and ordinals".
"""

import re
from dataclasses import replace
from decimal import Decimal

from mingbai.figures.chinese.bounds import bound_after, bound_before
from mingbai.figures.chinese.reading import Reading
from mingbai.figures.model import Bound, Found, Kind
from mingbai.figures.numerals import Numeral, Style

_MARK = re.compile("第[ ]?$")
_OPENS_CLAUSE = re.compile("(?:^|[。；：！？\n\u3000 ])$")
_COUNTS_CLAUSES = re.compile("[，、,：:]")
_MERIT = re.compile(
    "(?:全省|全国|全市|全县|全区|世界|全球|亚洲|国内|省|列|居|排名|排位|占|跃升至|保持|评价|指数)"
    "[^，。；]{0,4}$"
)
_PLACE = re.compile("位(?!于)|名(?!单)|档|大")
_SEQUENCE = re.compile("[ ]?(?:[个次年届期批代步条家轮部章阶节场套类号]|季度)")
_ENDS = re.compile("$|[，。、；：”’」）)\n 和及]")
_RANKED = re.compile("(?:排名|位列|位居|列|居|跃居|升至|提升至|跃升至|排在|第)[^，。；]{0,6}$")
_HELD = re.compile("(?:举办|承办|主办|举行|召开|连续|办了|办成|历经|共|已办)[了过]?$")
_OF_ASSEMBLY = re.compile(
    "[一二三四五六七八九]中|中[央全]|全国|人大|人民代表|政协|党|[省市县区]委|[一二三四五六七八九十0-9]+次"
)
_SESSION = re.compile(
    "届|中(?:全会|(?=[、和][一二三四五六七八]中))|次(?:全体|代表)?会议|次党代会|次全会"
)
_GRADE = re.compile("星级?|级(?![别差])|类(?=创新药|新药|医疗器械|水质|口岸)")
_RECORD = re.compile("连(?:冠|增|丰|快)")
_STRONG = re.compile("强(?:[县市区企，。、镇乡中榜]|$)")
_FIRST = re.compile(
    "首位(?!度|战略)|榜首|(?<=全国|全省|全市|全县|世界|全球)率先|之首"
    "|(?<=全国|全省|全市|世界|全球)(?:最多|最高|最大|最快|最优)(?=[，。；、]|$)"
)
_NOT_FRONT = re.compile("(?:[目以之]前|[^前])$|^$")
_FRONT_PLACE = re.compile("[名位强]")
_PLACED = re.compile("[ ]?位(?!数)")
_IDIOMS = re.compile("摆在|放在|置于|作为")
MAX_TOP = 1000
"""Maximum length of a list of the best."""


def numbered(reading: Reading, at: int) -> Found | None:
    """第三: a rank if the text is about a ranking, otherwise an ordinal."""
    numeral = reading.numerals[at]
    mark = _MARK.search(reading.before(numeral, 2))
    if mark is None or numeral.style in {Style.UNREAD, Style.VAGUE}:
        return None
    start = numeral.start - len(mark[0])
    before = reading.plain[max(0, start - 10) : start]
    if numeral.style is not Style.ARABIC and _opens_clause(reading, before, numeral.end):
        return None
    place = _PLACE.match(reading.plain, numeral.end)
    sequence = _SEQUENCE.match(reading.plain, numeral.end)
    ends = _ENDS.match(reading.plain, numeral.end)
    if not sequence and (place or _MERIT.search(before)):
        return reading.found((start, place.end() if place else numeral.end), numeral, Kind.RANK)
    end = numeral.end if ends or sequence is None else sequence.end()
    return reading.found((start, end), numeral, Kind.ORDINAL)


def _opens_clause(reading: Reading, before: str, end: int) -> bool:
    return bool(_OPENS_CLAUSE.search(before) and _COUNTS_CLAUSES.match(reading.plain, end))


def top(reading: Reading, at: int) -> Found | None:
    """前三, 前十名, 百强县: a rank: this place or a better one."""
    numeral = reading.numerals[at]
    if numeral.style in {Style.UNREAD, Style.VAGUE} or numeral.value > MAX_TOP:
        return None
    start, end = numeral.start, numeral.end + 1
    if not _STRONG.match(reading.plain, numeral.end):
        if _NOT_FRONT.search(reading.before(numeral, 2)):
            return None
        place = _FRONT_PLACE.match(reading.plain, numeral.end)
        if place is None and not _ENDS.match(reading.plain, numeral.end):
            return None
        start, end = start - 1, place.end() if place else numeral.end
    return replace(reading.found((start, end), numeral, Kind.RANK), bound=Bound.AT_MOST)


def placed(reading: Reading, at: int) -> Found | None:
    """排名提升至75位: after a word for ranking, 位 does not count people."""
    numeral = reading.numerals[at]
    if numeral.style in {Style.UNREAD, Style.VAGUE} or numeral.power:
        return None
    if not _PLACED.match(reading.plain, numeral.end):
        return None
    if not _RANKED.search(reading.before(numeral, 12)):
        return None
    return reading.found((numeral.start, numeral.end + 1), numeral, Kind.RANK)


def record(reading: Reading, at: int) -> Found | None:
    """十连冠: ten wins in a row; 十二连增: twelve rises."""
    numeral = reading.numerals[at]
    match = _RECORD.match(reading.plain, numeral.end)
    if match is None or numeral.style in {Style.UNREAD, Style.VAGUE}:
        return None
    kind, unit = (Kind.RANK, "win") if match[0] == "连冠" else (Kind.COUNT, "rise")
    bound = bound_before(reading.before(numeral, 8))
    if bound is Bound.EXACT:
        bound = bound_after(reading.plain, match.end())
    return replace(reading.found((numeral.start, match.end()), numeral, kind, unit), bound=bound)


def session(reading: Reading, at: int) -> Found | None:
    """九届, 三次会议, 三中全会: ordinals without 第."""
    numeral = reading.numerals[at]
    match = _SESSION.match(reading.plain, numeral.end)
    if match is None or numeral.style not in {Style.CHINESE, Style.ARABIC} or numeral.power:
        return None
    if match[0] == "届" and reading.plain[numeral.start : numeral.end] == "一":
        return None  # 办成一届成功的盛会: here 一 is an article
    if match[0] == "届" and _is_how_many(reading, numeral, match.end()):
        return None  # 举办2届, 连续三届: how many, not which
    return reading.found((numeral.start, match.end()), numeral, Kind.ORDINAL)


def _is_how_many(reading: Reading, numeral: Numeral, end: int) -> bool:
    is_arabic = numeral.style is Style.ARABIC
    if is_arabic and not _OF_ASSEMBLY.match(reading.plain, end):
        return True
    return _HELD.search(reading.before(numeral, 4)) is not None


def grade(reading: Reading, at: int) -> Found | None:
    """四星级, 三级医院: a grade; 两级 counts levels and is read as a measure word."""
    numeral = reading.numerals[at]
    match = _GRADE.match(reading.plain, numeral.end)
    if match is None or numeral.style not in {Style.CHINESE, Style.ARABIC} or numeral.power:
        return None
    if reading.plain[numeral.start : numeral.end] in {"两", "一"}:
        return None
    return reading.found((numeral.start, match.end()), numeral, Kind.ORDINAL)


def first_in_words(reading: Reading) -> tuple[Found, ...]:
    """Return every first place without a numeral: 首位, 率先, 全省最多."""
    return tuple(
        Found(match.start(), match.end(), match[0], Decimal(1), Kind.RANK)
        for match in _FIRST.finditer(reading.plain)
        if not _IDIOMS.search(reading.plain[max(0, match.start() - 6) : match.start()])
    )
