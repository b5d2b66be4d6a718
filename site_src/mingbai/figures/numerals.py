"""Reads numerals, Arabic and Chinese, as exact `Decimal` values.

It ignores units and the words around a number. Source: docs/reference/figures.md, "Numerals".
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from mingbai.messages import tell

_PLAIN = str.maketrans(
    "０１２３４５６７８９．％＋－／\u3000\u00a0長約產戶億萬兩個議會計達過總額較個業幾數",
    "0123456789.%+-/  长约产户亿万两个议会计达过总额较个业几数",
)
"""Full-width characters, and the traditional characters that older reports contain."""

_DIGITS = {
    character: value
    for value, characters in enumerate(
        ("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九")
    )
    for character in characters
}
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_D = "[一二三四五六七八九两]"
_SECTION = re.compile(
    f"(?:(?P<q>{_D})千)?(?P<z1>零)?(?:(?P<b>{_D})百)?(?P<z2>零)?"
    f"(?:(?P<s>{_D})?(?P<ten>十))?(?P<z3>零)?(?P<g>{_D})?"
)

MAX_CHINESE = 40
"""Maximum characters of a Chinese numeral; limits how deep the parser recurses."""

_CHINESE = "[零〇一二三四五六七八九两十百千万亿]"
_DIGIT = "[零〇一二三四五六七八九]"
_ARABIC = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|(?<![0-9] )[0-9](?:[ ][0-9])+(?![0-9])|[0-9]+)"
    r"(?:\.[0-9]+|[ ]\.[0-9](?:[ ][0-9])*(?![0-9]))?"
)
_SCALE = "(?:[万亿]|百(?!分)|千(?![瓦米克伏卡]))"
_TOKEN = re.compile(
    rf"(?P<half>一半|半数)|(?<![0-9./])(?P<slash>[0-9]{{1,2}}/[1-9][0-9]?)(?![0-9./])|(?:(?P<parts>百|千|万|[一二三四五六七八九十]+|[0-9]{{1,3}})分之)?"
    rf"(?:(?P<arabic>{_ARABIC})(?:[ ]?(?P<scale>{_SCALE}{{1,3}}))?"
    rf"(?:(?P<more>[多余])(?P<scale_more>[万亿]{{1,2}}))?"
    rf"|(?P<vague>[几数])(?P<vague_scale>[十百千万亿]+)(?P<vague_more>[多余])?"
    rf"|(?P<chinese>{_CHINESE}+(?:点{_DIGIT}+)?)"
    rf"(?:(?P<cmore>[多余])(?P<cscale_more>[万亿]{{1,2}}))?)"
)
_MAGNITUDE = re.compile("万亿|[十百千]?[亿万]|百|千")
_NOT_SCALE_BEFORE = {"千": "瓦米克伏卡", "百": "分"}


class Style(Enum):
    """The way a numeral is written."""

    ARABIC = "arabic"
    CHINESE = "chinese"
    MAGNITUDE = "magnitude"
    """Only a multiplier, without a digit: 千亿."""
    VAGUE = "vague"
    """A magnitude with 几 or 数 instead of a digit: 数百."""
    UNREAD = "unread"
    """Chinese digits that are not one number: 八八, 十四五. Possibly a name, never a figure."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral in a text, with its multiplier, without its unit."""

    start: int
    end: int
    value: Decimal
    style: Style
    power: int = 0
    """The power of ten of the multiplier after the digits: 4 for 14.9万, 0 for 十四."""
    parts: Decimal | None = None
    """The 3 of 三分之一, the 100 of 百分之四."""
    more: bool = False
    """Whether it contains 多 or 余: 5000多亿."""


def to_plain(text: str) -> str:
    """Return the text normalized for the grammar, with the same offsets: digits and % in ASCII.

    >>> to_plain("增长１２．５％")
    '增长12.5%'
    """
    return text.translate(_PLAIN)


def shift(value: Decimal, power: int) -> Decimal:
    """Return the value times ten to the power, exactly, with any number of digits.

    Trailing zeros after the point stay only if the power is 0: then they are digits of the source.

    >>> shift(Decimal("7062.5"), 8)
    Decimal('706250000000')
    >>> shift(Decimal("5.0"), 0)
    Decimal('5.0')
    """
    if not power:
        return value
    sign, digits, exponent = value.as_tuple()
    exponent = int(exponent) + power
    if exponent > 0:
        digits, exponent = (*digits, *(0,) * exponent), 0
    while exponent < 0 and len(digits) > 1 and digits[-1] == 0:
        digits, exponent = digits[:-1], exponent + 1
    return Decimal((sign, digits, exponent))


def parse_amount(text: str) -> Decimal:
    """Return the exact value, in ones, of digits and multipliers.

    >>> parse_amount("7062.5亿")
    Decimal('706250000000')
    >>> parse_amount("7 4 7 7 2 亿")
    Decimal('7477200000000')
    >>> parse_amount("一千二百零一亿")
    Decimal('120100000000')

    Raises:
        ValueError: the text is not one numeral and nothing else.

    Source: docs/reference/figures.md, "Numerals".
    """
    numerals = scan(text)
    if len(numerals) != 1 or (numerals[0].start, numerals[0].end) != (0, len(text)):
        raise ValueError(tell("not one numeral: {numeral!r}", numeral=text))
    if numerals[0].style is Style.UNREAD or numerals[0].parts is not None:
        raise ValueError(tell("not an amount: {amount!r}", amount=text))
    return numerals[0].value


def parse_chinese(text: str) -> Decimal | None:
    """Return the value of a Chinese numeral; None if the characters are not one number.

    >>> parse_chinese("四亿零七百万"), parse_chinese("六万万"), parse_chinese("四点五")
    (Decimal('407000000'), Decimal('600000000'), Decimal('4.5'))
    >>> parse_chinese("一九五七"), parse_chinese("十四五"), parse_chinese("二百二")
    (Decimal('1957'), None, None)
    """
    if len(text) > MAX_CHINESE:
        return None
    whole, point, fraction = text.partition("点")
    if point:
        value = _whole(whole)
        digits = "".join(str(_DIGITS[character]) for character in fraction)
        return None if value is None else Decimal(f"{value}.{digits}")
    year_length = 4
    if len(text) == year_length and all(character in _DIGITS for character in text):
        return Decimal("".join(str(_DIGITS[character]) for character in text))
    return _whole(text)


def _whole(text: str) -> Decimal | None:
    text = text.replace("万万", "亿")
    for place in "亿万":
        if place in text:
            return _around(text, place)
    return _section(text)


def _around(text: str, place: str) -> Decimal | None:
    """Return the value of a numeral with 亿 or 万, from the characters on both sides of it."""
    left, _, right = text.rpartition(place)
    high = _whole(left)
    low = _whole(right) if right else Decimal(0)
    if not high or low is None:
        return None
    power = _POWERS[place]
    if right and not right.startswith(("零", "〇")) and len(right) == 1:
        return None  # 一亿二: spoken Chinese, never in a report
    if low >= shift(Decimal(1), power):
        return None
    return shift(high, power) + low


def _section(text: str) -> Decimal | None:
    match = _SECTION.fullmatch(text.replace("〇", "零"))
    if match is None or not text:
        return None
    q, b, s, g = (match[name] for name in ("q", "b", "s", "g"))
    if g and not match["ten"] and (q or b) and not (match["z1"] or match["z2"] or match["z3"]):
        return None  # 二百二: 220 or 202?
    tens = _DIGITS[s] if s else int(bool(match["ten"]))
    return Decimal(
        (_DIGITS[q] if q else 0) * 1000
        + (_DIGITS[b] if b else 0) * 100
        + tens * 10
        + (_DIGITS[g] if g else 0)
    )


def scan(text: str) -> tuple[Numeral, ...]:
    """Return every numeral of a text, in order; no Arabic digit is omitted.

    >>> [(n.start, n.end, str(n.value)) for n in scan("增加5000多亿元，十多斤")]
    [(2, 8, '500000000000'), (10, 11, '10')]
    """
    text = to_plain(text)
    numerals: list[Numeral] = []
    for match in _TOKEN.finditer(text):
        numerals.extend(_numerals(match, text))
    return _joined(numerals)


def _numerals(match: re.Match[str], text: str) -> tuple[Numeral, ...]:
    if match["half"]:
        half = Numeral(match.start(), match.end(), Decimal(1), Style.CHINESE, parts=Decimal(2))
        return (half,)
    if match["slash"]:
        few, _, many = match["slash"].partition("/")
        span = match.span()
        return (Numeral(*span, Decimal(few), Style.ARABIC, parts=Decimal(many)),)
    parts = _parts(match["parts"])
    start = match.start()
    if match["arabic"]:
        power = _power(match["scale"]) + _power(match["scale_more"])
        digits = Decimal(match["arabic"].replace(",", "").replace(" ", ""))
        value = shift(digits, power)
        more = bool(match["more"])
        return (Numeral(start, match.end(), value, Style.ARABIC, power, parts, more),)
    if match["vague"]:
        value = shift(Decimal(1), _power(match["vague_scale"]))
        return (Numeral(start, match.end("vague_scale"), value, Style.VAGUE),)
    return _chinese(match, parts, text)


def _chinese(match: re.Match[str], parts: Decimal | None, text: str) -> tuple[Numeral, ...]:
    run = match["chinese"]
    start, end = match.start(), match.end()
    if not match["cmore"] and text[end : end + 1] in _NOT_SCALE_BEFORE.get(run[-1], " "):
        run, end = (run[:-1], end - 1) if text[end : end + 1] else (run, end)
    if not run:
        return ()
    if set(run) <= set("百千万亿") and parts is None:
        begin = match.start("chinese")
        return tuple(
            Numeral(begin + m.start(), begin + m.end(), shift(Decimal(1), _power(m[0])),
                    Style.MAGNITUDE)
            for m in _MAGNITUDE.finditer(run)
        )  # fmt: skip
    value = parse_chinese(run + (match["cscale_more"] or ""))
    power = _power("".join(re.findall("[万亿]+$", run)) + (match["cscale_more"] or ""))
    if value is None:
        return (Numeral(start, end, _nearest(run), Style.UNREAD),)
    return (Numeral(start, end, value, Style.CHINESE, power, parts, bool(match["cmore"])),)


def _nearest(run: str) -> Decimal:
    """Return the value that digits have in a name: 八八 is 88, 十四五 is 14."""
    if all(character in _DIGITS for character in run):
        return Decimal("".join(str(_DIGITS[character]) for character in run[:MAX_CHINESE]))
    starts = (parse_chinese(run[:length]) for length in range(min(len(run), MAX_CHINESE), 0, -1))
    return next((value for value in starts if value is not None), Decimal(0))


def _power(scale: str | None) -> int:
    return sum(_POWERS[character] for character in scale or "")


def _parts(text: str | None) -> Decimal | None:
    if text is None:
        return None
    if text in {"百", "千", "万"}:
        return shift(Decimal(1), _power(text))
    return Decimal(text) if text.isascii() else parse_chinese(text)


def _joined(numerals: list[Numeral]) -> tuple[Numeral, ...]:
    """Join adjacent 3亿 and 5000万 into one number."""
    joined: list[Numeral] = []
    for numeral in numerals:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.end == numeral.start
            and last.style is numeral.style is Style.ARABIC
            and not last.more
            and last.power > numeral.power
            and numeral.value < shift(Decimal(1), last.power)
        ):
            value = last.value + numeral.value
            joined[-1] = Numeral(
                last.start,
                numeral.end,
                value,
                Style.ARABIC,
                numeral.power,
                last.parts,
                numeral.more,
            )
        else:
            joined.append(numeral)
    return tuple(joined)
