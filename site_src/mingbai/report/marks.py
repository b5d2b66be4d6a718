"""The marks that show a report's structure: one function for each, tried in the order of `MARKS`.

Each takes a paragraph's text and returns the heading that it begins with, if any. `parse` decides
what a mark alone does not show: is 一是 a section or a point? Does text follow a short line?
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from mingbai.report.model import HeadingKind

MAX_TITLE = 60
"""Maximum characters; the longest title in seven reports has 44, so longer text is not a title."""

_NUMBER = "[一二三四五六七八九十百零〇]{1,4}"
_STOPS = "。！？"
_OPEN_ENDS = "，、；：,;:"
_SENTENCE = re.compile(f"[^{_STOPS}]*[{_STOPS}]?")


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading at the start of a text; offsets are relative to the text's first character."""

    kind: HeadingKind
    number: str | None
    title_start: int
    title_end: int
    end: int
    """Offset after the heading and its full stop; the text's length if the heading is the line."""


def first_sentence(text: str, start: int = 0) -> tuple[int, int]:
    """Return where the sentence at ``start`` ends, without and with its full stop.

    >>> first_sentence("助力企业降本增效。开展行动")
    (8, 9)
    >>> first_sentence("一、2023年工作回顾")
    (11, 11)
    """
    end = _SENTENCE.match(text, start).end()  # type: ignore[union-attr]  # it always matches
    return (end - 1 if text[end - 1 : end] in tuple(_STOPS) else end), end


def _marked(pattern: re.Pattern[str], kind: HeadingKind, text: str) -> Mark | None:
    """Return the mark if the text begins with the pattern and a short sentence."""
    match = pattern.match(text)
    if match is None:
        return None
    title_end, end = first_sentence(text, match.end())
    title = text[match.end() : title_end]
    if not title or len(title) > MAX_TITLE or title[-1] in _OPEN_ENDS:
        return None
    number = next((group for group in match.groups() if group), None)
    return Mark(kind, number, match.end(), title_end, end)


MAX_PART_COMMAS = 2
"""A line with more commas is an entry of a list (一、合理调整…，…，…，) that fills a paragraph."""

_PART = re.compile(f"({_NUMBER})、")


def part(text: str) -> Mark | None:
    """一、2023年工作回顾."""
    mark = _marked(_PART, HeadingKind.PART, text)
    if mark is None or mark.end < len(text) or text.count("，") > MAX_PART_COMMAS:
        return None
    return mark


_SECTION = re.compile(rf"[（(]({_NUMBER})[）)]\s*")


def section(text: str) -> Mark | None:
    """（一）聚力增强科创动能, alone or before the section's text."""
    return _marked(_SECTION, HeadingKind.SECTION, text)


_POINT = re.compile(f"(?:({_NUMBER})(?:是|要)|第({_NUMBER})[，、,])")


def point(text: str) -> Mark | None:
    """一是全力帮企促发展…。 and 第一，坚持…。, at the start of a paragraph."""
    return _marked(_POINT, HeadingKind.POINT, text)


_LEAD = re.compile("[—─-]{2}")


def lead(text: str) -> Mark | None:
    """——聚焦高质量发展首要任务，…。, before the text that it introduces."""
    mark = _marked(_LEAD, HeadingKind.LEAD, text)
    return mark if mark is not None and mark.end < len(text) else None


_SALUTATION = re.compile(r"(?:各位(?:代表|委员|同志)|同志们)[:：!！]?")


def salutation(text: str) -> Mark | None:
    """各位代表： on a line of its own."""
    if _SALUTATION.fullmatch(text) is None:
        return None
    title = len(text.rstrip(":：!！"))
    return Mark(HeadingKind.SALUTATION, None, 0, title, len(text))


MARKS: tuple[Callable[[str], Mark | None], ...] = (salutation, part, section, point, lead)
"""In the order in which they are tried."""


def mark_of(text: str) -> Mark | None:
    """Return the mark that a paragraph begins with.

    >>> mark_of("（十）聚力惠民生解民忧，扎实推动共同富裕示范先行").number
    '十'
    """
    return next((found for mark in MARKS if (found := mark(text)) is not None), None)


_OCCASION = re.compile("[—─]{0,2}.{0,12}年.*会[議议]上$")
_TITLE = re.compile(r".*工\s*作\s*报\s*告")
MAX_FRONT_LINE = 60


def front_matter(text: str) -> Mark | None:
    """Return the kind of a line before the first salutation: title, occasion or speaker."""
    if len(text) > MAX_FRONT_LINE or first_sentence(text)[0] < len(text):
        return None
    if _OCCASION.match(text):
        start = len(text) - len(text.lstrip("—─"))
        return Mark(HeadingKind.OCCASION, None, start, len(text), len(text))
    kind = HeadingKind.TITLE if _TITLE.fullmatch(text) else HeadingKind.SPEAKER
    return Mark(kind, None, 0, len(text), len(text))
