"""The number marks of headings: 一、 is I., （一） is 1., 一是 is First:."""

import re
from collections.abc import Iterator

from mingbai.figures.numerals import parse_chinese
from mingbai.finding import Level
from mingbai.messages import tell
from mingbai.report.marks import mark_of
from mingbai.translation.quality.model import BlockRule, Remark, Subject

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
             "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth")  # fmt: skip
_ENGLISH = re.compile(
    r"(?:\(?(?P<digits>\d{1,2})[.)]|\(?(?P<roman>[IVX]+)[.)]"
    rf"|(?P<word>{'|'.join(_ORDINALS)})(?:ly)?[:,])\s+",
    re.IGNORECASE,
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


def english_number(text: str) -> tuple[int, int] | None:
    """Return the number that an English text opens with, and where its mark ends.

    >>> english_number("IV. Reform"), english_number("Second: reform"), english_number("Reform")
    ((4, 4), (2, 8), None)
    """
    mark = _ENGLISH.match(text)
    if mark is None:
        return None
    if mark["digits"]:
        return int(mark["digits"]), mark.end()
    if mark["word"]:
        return _ORDINALS.index(mark["word"].lower()) + 1, mark.end()
    values = [_ROMAN[letter] for letter in mark["roman"].upper()]
    following = [*values[1:], 0]
    signed = (
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )
    return sum(signed), mark.end()


def chinese_number(text: str) -> tuple[int, int] | None:
    """Return the number that a Chinese text is marked with, and where its mark ends.

    >>> chinese_number("二是加快产业转型升级。"), chinese_number("（十）聚力惠民生")
    ((2, 2), (10, 3))
    """
    mark = mark_of(text)
    value = None if mark is None or mark.number is None else parse_chinese(mark.number)
    return None if mark is None or value is None else (int(value), mark.title_start)


def without_marks(chinese: str, english: str) -> tuple[str, str]:
    """Return both texts without the number marks they open with, where both have one.

    >>> without_marks("二、2024年工作任务", "II. Tasks for 2024")
    ('2024年工作任务', 'Tasks for 2024')
    """
    ours, theirs = chinese_number(chinese), english_number(english)
    if ours is None or theirs is None:
        return chinese, english
    return chinese[ours[1] :], english[theirs[1] :]


def _numbering(subject: Subject) -> Iterator[Remark]:
    ours, theirs = chinese_number(subject.chinese), english_number(subject.english)
    if ours is None:
        return
    if theirs is None:
        yield Remark(tell("The number of the heading is missing: {number}.", number=ours[0]))
    elif theirs[0] != ours[0]:
        message = tell(
            "The heading has the number {en}, but in Chinese {zh}.", en=theirs[0], zh=ours[0]
        )
        yield Remark(message)


NUMBERING = BlockRule(
    "heading-number",
    Level.ERROR,
    "Begin with it: I. for 一、, 1. for （一）, First: for 一是.",
    _numbering,
)
