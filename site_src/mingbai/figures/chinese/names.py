"""Names: a numeral in a name is listed, but is not a figure.

Names are: titles in 《》; Latin words with digits (G60, PM_2.5); the fixed names of words.yml; a
bare numeral alone in quotation marks (“551”); and quoted terms with a Chinese numeral
(“十项重大工程”). An Arabic number with a unit is a figure even inside quotation marks
(“10分钟品质文化生活圈”). Source: docs/reference/figures.md, "Names".
"""

import re

from mingbai.figures.chinese.reading import Reading, Span
from mingbai.figures.model import Found, Kind
from mingbai.figures.numerals import Numeral, Style
from mingbai.figures.units import zh_forms, zh_pattern

_ROUTE = re.compile("[路号](?![码召称])|版|热线|[国省县]道|型(?=糖尿病)|超节点")
_HOTLINE = re.compile("1[12][0-9]{3}|9[56][0-9]{3,4}")
_SUM = re.compile(r"\d+(?:\.\d+)?(?:[+＋]\d+)+")
_NEW_VERSION = re.compile(r"[1-9]\.0(?=$|[，。；、）”])")
_NOUN = re.compile("[\u4e00-\u9fff](?<![为达至到比在是于率])$")
_SERVES = re.compile("[^，。；、]{0,8}(?:热线|服务|平台|维权)")
_VERSION = re.compile(r"[0-9]+\.[0-9]+")
_SIGNS = re.compile(r"[0-9+.\-/]+")
_RECORD = re.compile("连[冠增丰快]")
_FIRST = re.compile("一号|一等")


def in_latin_word(reading: Reading, at: int) -> Found | None:
    """G60, 135N, PM_2.5, 5G: a word of Latin letters and digits, unless the letters are a unit."""
    span = reading.latin.get(at)
    numeral = reading.numerals[at]
    if span is None:
        return None
    word = reading.plain[span.start : span.end]
    letters = word.lstrip("0123456789.,")
    if letters in zh_forms():
        return None
    return _name(reading, span, numeral)


def in_title(reading: Reading, at: int) -> Found | None:
    """《中国制造2025》: every numeral of a title."""
    if at not in reading.titles:
        return None
    return _name(reading, reading.terms[at], reading.numerals[at])


def in_fixed_name(reading: Reading, at: int) -> Found | None:
    """三农, 二十大, 八项规定: a name of words.yml, unless it is part of a longer quoted term."""
    span = reading.names.get(at)
    if span is None or at in reading.terms:
        return None
    return _name(reading, span, reading.numerals[at])


def in_quoted_term(reading: Reading, at: int) -> Found | None:
    """“551”, “6+1”, “八八战略”: see the docstring of this module."""
    span = reading.terms.get(at)
    numeral = reading.numerals[at]
    if span is None or _RECORD.match(reading.plain, numeral.end):
        return None
    inside = reading.plain[span.start : span.end]
    if numeral.style is Style.ARABIC:
        if zh_pattern().match(reading.plain, numeral.end):
            return None
        signs = next(m for m in _SIGNS.finditer(inside) if m.end() > numeral.start - span.start)
        return _name(reading, Span(span.start + signs.start(), span.start + signs.end()), numeral)
    only_one = reading.plain[numeral.start : numeral.end] == "一"
    if only_one and not _FIRST.match(reading.plain, numeral.start):
        return None
    if any(character in "0123456789" for character in inside):
        return None
    return _name(reading, span, numeral)


def of_route_or_version(reading: Reading, at: int) -> Found | None:
    """101路, 3.0版, 3号, 12345热线: a label; days of a month match an earlier rule."""
    numeral = reading.numerals[at]
    label = _ROUTE.match(reading.plain, numeral.end)
    if numeral.style is not Style.ARABIC or numeral.power or label is None:
        return None
    if label[0] == "版" and not _VERSION.fullmatch(reading.plain, numeral.start, numeral.end):
        return None
    return _name(reading, Span(numeral.start, label.end()), numeral)


def of_sum(reading: Reading, at: int) -> Found | None:
    """5+2就业之家: two numbers with a plus sign between them are a name."""
    match = _SUM.match(reading.plain, reading.numerals[at].start)
    if match is None or reading.before(reading.numerals[at], 1) == ".":
        return None
    return _name(reading, Span(*match.span()), reading.numerals[at])


def version(reading: Reading, at: int) -> Found | None:
    """首发经济3.0: a version, after its noun and before the end of a phrase."""
    numeral = reading.numerals[at]
    if not _NEW_VERSION.match(reading.plain, numeral.start):
        return None
    if not _NOUN.search(reading.before(numeral, 1)):
        return None
    return _name(reading, Span(numeral.start, numeral.end), numeral)


def hotline(reading: Reading, at: int) -> Found | None:
    """12345政务服务便民热线: a telephone number is a name."""
    numeral = reading.numerals[at]
    if not _HOTLINE.fullmatch(reading.plain, numeral.start, numeral.end):
        return None
    if not _SERVES.match(reading.plain, numeral.end):
        return None
    return _name(reading, Span(numeral.start, numeral.end), numeral)


def _name(reading: Reading, span: Span, numeral: Numeral) -> Found:
    return reading.found((span.start, max(span.end, numeral.end)), numeral, Kind.NAME)
