"""Finds the unit after a numeral: the longest measure word that is really its unit.

Source: docs/reference/figures.md, "Units".
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from mingbai.figures.chinese.reading import Reading
from mingbai.figures.numerals import Numeral, Style, shift
from mingbai.figures.units import Form, zh_forms, zh_forms_at

_MORE = re.compile("[ ]?[多余]")
_MORE_INSIDE = re.compile("个多(月|小时|星期|百分点)")
_SMALL_MONEY = re.compile("[^。；]{0,12}?[毛角钱]")
_PARTS = {Decimal(100): "percent", Decimal(1000): "permille"}
_BIG = re.compile("[批量力型幅片于]|部分")
_WORDS_OF = {
    "人": "民口才类均工力心文物士大",
    "家": "庭园乡具电族长禽",
    "个": "人体性别",
    "个市": "场民",
    "个区": "域别间分",
    "个县": "域",
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
    if word == "分":  # of a Chinese numeral only 十分, 三分: never a score in a report
        return numeral.style is Style.ARABIC
    if word == "大":
        return numeral.style is Style.CHINESE and not _BIG.match(reading.plain, end)
    return True
