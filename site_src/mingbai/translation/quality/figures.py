"""Do the numbers agree: values, units, bounds and directions?

`mingbai.figures.compare` compares the two texts. This module removes what it cannot know: the
numbers of headings, and numbers inside names, whose English may be words (三级医院 is a tertiary
hospital) or digits (千团万企 is “1,000 Delegations, 10,000 Companies”).
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache

from mingbai.figures import Difference, Found, Kind, Mismatch, compare, find
from mingbai.figures.numerals import parse_chinese
from mingbai.finding import Level
from mingbai.glossary import ChineseIndex, match_english
from mingbai.language import Language
from mingbai.messages import tell
from mingbai.translation.quality.model import BlockRule, Remark, Subject
from mingbai.translation.quality.numbering import without_marks
from mingbai.translation.statements.context import finder

_NUMERAL = re.compile("[零一二两三四五六七八九十百千万亿]+")
_BARE = re.compile("^(?=[百千万亿])")
"""百 alone is a hundred, as 一百 is."""
_PAIR = str.maketrans("双", "两")


@lru_cache(maxsize=1)
def _compared(chinese: str, english: str) -> tuple[Difference, ...]:
    """Return the differences; six rules in turn ask of the same two texts."""
    numbers = (finder(Language.ZH)(chinese), finder(Language.EN)(english))
    return compare(chinese, english, numbers)


def differences(subject: Subject) -> tuple[Difference, ...]:
    """Return the numbers on which the block's texts do not agree."""
    chinese, english = without_marks(subject.chinese, subject.english)
    found = _compared(chinese, english)
    if not found:
        return ()
    in_names = {(match.start, match.end) for match in ChineseIndex(subject.terms).find(chinese)}
    in_renderings = {(match.start, match.end) for match in match_english(english, subject.terms)}
    loose = _loose_values(chinese)
    return tuple(
        difference
        for difference in found
        if not (
            (difference.mismatch is Mismatch.MISSING and _inside(difference.zh, in_names))
            or (difference.mismatch is Mismatch.EXTRA and _inside(difference.en, in_renderings))
            or (difference.mismatch is Mismatch.EXTRA and _value(difference.en) in loose)
        )
    )


def _inside(found: Found | None, spans: set[tuple[int, int]]) -> bool:
    return found is not None and any(
        start <= found.start and found.end <= end for start, end in spans
    )


def _value(found: Found | None) -> Decimal | None:
    return None if found is None else found.value


def _loose_values(chinese: str) -> frozenset[Decimal]:
    """Return what the numerals mean that are no figures: the 0 of 零容忍, the 100 of 百大.

    Read as runs and character by character; a numeral inside a figure does not count.
    """
    text = list(chinese)
    for figure in find(chinese):
        if figure.kind is not Kind.NAME:
            text[figure.start : figure.end] = " " * (figure.end - figure.start)
    runs = _NUMERAL.findall("".join(text).translate(_PAIR))
    parts = {part for run in runs for part in (run, *run) if part == run or part not in "百千万亿"}
    values = (parse_chinese(_BARE.sub("一", part, count=1)) for part in parts)
    return frozenset(value for value in values if value is not None)


_SAID = {
    Mismatch.MISSING: "The English lacks {zh}.",
    Mismatch.EXTRA: "The Chinese has no {en}.",
    Mismatch.SCALE: "{en} is {zh} by the wrong power of ten.",
    Mismatch.UNIT: "{en} has a different unit than {zh}.",
    Mismatch.BOUND: "{en} has a different bound than {zh} (at least, over, about).",
    Mismatch.DIRECTION: "{en} has the opposite direction of {zh}.",
}


def _finder(mismatch: Mismatch) -> Callable[[Subject], Iterator[Remark]]:
    def find_one(subject: Subject) -> Iterator[Remark]:
        for difference in differences(subject):
            if difference.mismatch is mismatch:
                found = difference.en or difference.zh
                yield Remark(message_of(difference), found.text if found else "")

    return find_one


def message_of(difference: Difference) -> str:
    """Return a difference as a sentence."""
    zh = difference.zh.text if difference.zh else ""
    en = difference.en.text if difference.en else ""
    return tell(_SAID[difference.mismatch], zh=zh, en=en)


_TODO = {
    Mismatch.MISSING: "Write the number, with its unit.",
    Mismatch.EXTRA: "Remove it, or accept it in data/waivers.yml with the reason.",
    Mismatch.SCALE: "Count the zeros: 1亿 is 100 million, 1万 is 10,000.",
    Mismatch.UNIT: "Write the unit of the Chinese.",
    Mismatch.BOUND: "以上 is at least, 超过 and 多 over, 左右 about, 以内 no more than.",
    Mismatch.DIRECTION: "Check whether it grew or fell.",
}

FIGURES = tuple(
    BlockRule(f"figure-{mismatch.value}", Level.ERROR, _TODO[mismatch], _finder(mismatch))
    for mismatch in Mismatch
)
"""One rule a kind of disagreement: figure-missing, figure-scale …"""
