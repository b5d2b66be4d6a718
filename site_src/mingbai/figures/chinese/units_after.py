"""Finds the unit after a numeral: the longest measure word that is really its unit.

Source: docs/reference/figures.md, "Units".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from mingbai.figures.chinese.reading import Reading
from mingbai.figures.numerals import Numeral, Style, shift
from mingbai.figures.units import Form, zh_forms, zh_forms_at

_MORE = re.compile("[ ]?[多余]")
_MORE_INSIDE = re.compile("个多(月|小时|星期|百分点)")
_SMALL_MONEY = re.compile("[^。；]{0,12}?[毛角钱]")
_PARTS = {Decimal(100): "percent", Decimal(1000): "permille"}
_NOT_LATIN = re.compile("(?![A-Za-z0-9_])")
_MANY = 100
_PEOPLE = (
    *("群众", "农民", "农民工", "农牧民", "牧民", "居民", "市民", "村民", "职工", "学生", "儿童"),
    *("婴幼儿", "幼儿", "青年", "青少年", "老年人", "老人", "残疾人", "妇女", "劳动力"),
    *("脱贫人口", "新市民", "新就业群体", "困难群众"),
)
_NOT_SIZE = re.compile("(?![批量力型幅片于]|部分)")
_WORDS_OF = {
    "人": "民口才类均工力心文物士大",
    "家": "庭园乡具电族长禽",
    "个": "人体性别",
    "个市": "场民级",
    "个区": "域别间分级",
    "个县": "域级",
    "个省": "级重",
    "个村": "级",
    "群众": "性",
    "场": "馆地所景面站",
    "批": "准复评",
    "头": "部等",
    "间": "隔接距",
    "组": "织建长合成",
    "类": "型别似",
    "块": "状",
    "起": "来步点草到源",
    "期": "间望待货限末刊",
    "例": "如外",
    "克": "服",
    "对": "外内于接",
    "栋": "梁",
    "位": "置于数",
    "部": "分门件委",
    "项": "目",
    "处": "理于在",
    "条": "件例",
    "种": "子植粮",
    "张": "家",
    "片": "面",
    "步": "伐",
}
"""Characters that form another word with a measure word, which is then not a unit."""
_COUNTRIES = re.compile(
    r"$|[，。；、：！？）)”\s0-9]|左右|上下|以[上下内]|之内|和|与|及|的|近|超|之间|中(?![医药小国部央])|政要|代表|运动员|客商|企业"
    r"|缔结|建立|签署|签订|开展|开通|派|参加|参与|实现|实行|往来"
)
"""What follows 个国家 when it counts countries; in 4个国家区域医疗中心 it does not."""
_ENDS = re.compile(r"$|[，。；、）)”\s0-9]|[和及与等]|左右|上下|以[上下内]|之内")


@dataclass(frozen=True, slots=True)
class Measure:
    """A numeral with its unit."""

    value: Decimal
    unit: str | None
    unit_text: str
    """The unit as the text writes it."""
    end: int
    more: bool
    """Whether it contains 多 or 余: 3600多家."""
    form: Form | None = None
    """None if no unit follows, and for fractions (三分之一)."""


def measure(reading: Reading, numeral: Numeral) -> Measure | None:
    """Return the numeral with its unit; None if its characters are not one number."""
    if numeral.style is Style.UNREAD:
        return None
    if numeral.parts is not None:
        unit = _PARTS.get(numeral.parts, f"1/{numeral.parts}")
        return Measure(numeral.value, unit, "", numeral.end, more=False)
    more = _MORE.match(reading.plain, numeral.end)
    position = more.end() if more else numeral.end
    if inside := _MORE_INSIDE.match(reading.plain, position):
        form = zh_forms()[f"个{inside[1]}"]
        return _measured(reading, numeral, inside.span(), form, more=True)
    is_more = numeral.more or more is not None
    start = position + (reading.plain[position : position + 1] == " ")
    for word in zh_forms_at(reading.plain, start):
        if _fits(reading, numeral, word, start + len(word)):
            span = (start, start + len(word))
            return _measured(reading, numeral, span, zh_forms()[word], more=is_more)
    return Measure(numeral.value, None, "", position, is_more)


def _measured(
    reading: Reading, numeral: Numeral, span: tuple[int, int], form: Form, *, more: bool
) -> Measure:
    start, end = span
    value = shift(numeral.value, form.scale.adjusted())
    if reading.plain[start:end] == "分" and _SMALL_MONEY.match(reading.plain, end):
        value, form = shift(numeral.value, -2), zh_forms()["元"]
    return Measure(value, form.unit.code, reading.text[start:end], end, more, form)


def _fits(reading: Reading, numeral: Numeral, word: str, end: int) -> bool:
    """Return whether the measure word is really the unit of this numeral."""
    following = reading.plain[end : end + 1]
    if following and following in _WORDS_OF.get(word, ""):
        return False
    context = _NOT_LATIN if word.isalpha() and word.isascii() else _FOLLOWED_BY.get(word)
    if context is not None and not context.match(reading.plain, end):
        return False
    allowed = _NUMERALS.get(word)
    return allowed is None or allowed(numeral)


def _is_arabic(numeral: Numeral) -> bool:
    return numeral.style is Style.ARABIC


def _is_large(numeral: Numeral) -> bool:
    return numeral.style is Style.ARABIC and bool(numeral.power)


def _is_small(numeral: Numeral) -> bool:
    is_low = not numeral.power and numeral.value < _MANY
    return numeral.style is Style.CHINESE or (numeral.style is Style.ARABIC and is_low)


_FOLLOWED_BY: dict[str, re.Pattern[str]] = {
    "个国家": _COUNTRIES,
    "大": _NOT_SIZE,
    **dict.fromkeys("县乡镇村省市国对金银铜", _ENDS),  # 3县5乡, 9金、5银
}
"""What has to follow a measure word for it to be the unit."""
_NUMERALS: dict[str, Callable[[Numeral], bool]] = {
    "度": _is_large,  # 345亿度: of electricity
    "大": _is_small,
    **dict.fromkeys("分县乡镇村省市国对期金银铜起例间组类块批头场", _is_arabic),
    **dict.fromkeys(_PEOPLE, _is_arabic),  # 30万群众; never 三农民
}
"""The numerals that a measure word can follow; a score (三分) is never written in Chinese."""
