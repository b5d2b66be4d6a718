"""Numbers that count the parts of a text: list marks, note marks, page numbers.

They are ordinals: listed, but no figures. Source: docs/reference/figures.md, "Ranks and ordinals".
"""

import re

from mingbai.figures.chinese.reading import Reading
from mingbai.figures.model import Found, Kind
from mingbai.figures.numerals import Style

_BRACKETS = {"（）", "()", "［］", "[]", "【】", "〔〕", "〖〗"}
_LIST_MARK = re.compile(r"[ \t\u3000]*\d{1,3}[ ]?(?:[.．](?![0-9])|、(?!\d))")
_LABEL = re.compile("(?:[附图]表|专栏|附件|附图|(?:^|[（(见如：:])[表图])[ ]?$")
_AFTER_LABEL = re.compile(r"$|[\s　：:）)．.、，]|[\u4e00-\u9fff]{2}")
_PAGE = re.compile(r"[ \t\u3000]*(?:[-—–－·.][ ]?)?\d{1,4}(?:[ ]?[-—–－·.])?[ \t\u3000]*")
_PAGE_IN_WORDS = re.compile(r"[ \t\u3000]*第?[ ]?\d{1,4}[ ]?页[^，。；]{0,12}")


def in_brackets(reading: Reading, at: int) -> Found | None:
    """（１） numbers the parts of a sentence; ［2］ leads to a note."""
    numeral = reading.numerals[at]
    around = reading.before(numeral, 1) + reading.plain[numeral.end : numeral.end + 1]
    if numeral.style is not Style.ARABIC or around not in _BRACKETS:
        return None
    if around in {"[]", "［］"} and numeral.value != numeral.value.to_integral_value():
        return None  # [4.1] is a value in brackets
    return reading.found((numeral.start, numeral.end), numeral, Kind.ORDINAL)


def list_mark(reading: Reading, at: int) -> Found | None:
    """1.工业生产 at the start of a line numbers an entry of a list."""
    numeral = reading.numerals[at]
    if numeral.style is not Style.ARABIC or at > 0:
        return None
    match = _LIST_MARK.match(reading.plain)
    if match is None or match.end() <= numeral.start or numeral.end > match.end():
        return None
    return reading.found((numeral.start, numeral.end), numeral, Kind.ORDINAL)


def of_label(reading: Reading, at: int) -> Found | None:
    """表1, 图2, 专栏3, 附件1: the number of a table, a picture, a box or an annex."""
    numeral = reading.numerals[at]
    if not _LABEL.search(reading.before(numeral, 4)) or numeral.power:
        return None
    if numeral.style is not Style.ARABIC or numeral.value != numeral.value.to_integral_value():
        return None
    if not _AFTER_LABEL.match(reading.plain, numeral.end):
        return None
    return reading.found((numeral.start, numeral.end), numeral, Kind.ORDINAL)


def page_number(reading: Reading, at: int) -> Found | None:
    """— 3 — and 第3页 on a line of their own: the number of a page."""
    numeral = reading.numerals[at]
    if numeral.style is not Style.ARABIC:
        return None
    if not any(pattern.fullmatch(reading.plain) for pattern in (_PAGE, _PAGE_IN_WORDS)):
        return None
    return reading.found((numeral.start, numeral.end), numeral, Kind.ORDINAL)
