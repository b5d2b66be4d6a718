"""Is the English complete: not empty, not the Chinese repeated, nothing missing or doubled?"""

import re
from collections.abc import Iterator

from mingbai.finding import Level
from mingbai.messages import tell, tell_many
from mingbai.translation.quality.model import BlockRule, Remark, Subject

SHORTEST = ((60, 3.3), (20, 2.5))
"""From how many Chinese characters on, how many English ones at least for each. Below 20 the ratio
says nothing; in the Jiaxing report it is 3.0 to 7.4 from there on, and 3.9 or more from 60 on."""
LONGEST = 10.0
MAX_SAME = 0.5
"""Maximum share of the Chinese characters in the English; above it, the English is an echo."""

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_CHINESE_END = re.compile(r"[。！？]+[”’）]*")
_ENGLISH_END = re.compile(r"[.!?…][”’\")\]]*(?=\s|$)")


def _empty(subject: Subject) -> Iterator[Remark]:
    if not any(character.isalnum() for character in subject.english):
        yield Remark(tell("There is no English."))


def _echoed(subject: Subject) -> Iterator[Remark]:
    han = set(_HAN.findall(subject.chinese))
    same = han & set(_HAN.findall(subject.english))
    if han and len(same) > MAX_SAME * len(han):
        yield Remark(tell("The English repeats the Chinese."))


def _too_short(subject: Subject) -> Iterator[Remark]:
    ratio = _ratio(subject)
    least = next((ratio for size, ratio in SHORTEST if len(subject.chinese) >= size), 0)
    if ratio < least:
        message = "The English is very short: {ratio:.1f} characters for a Chinese one."
        yield Remark(tell(message, ratio=ratio))


def _too_long(subject: Subject) -> Iterator[Remark]:
    ratio = _ratio(subject)
    if ratio > LONGEST and len(subject.chinese) >= SHORTEST[-1][0]:
        message = "The English is very long: {ratio:.1f} characters for a Chinese one."
        yield Remark(tell(message, ratio=ratio))


def _ratio(subject: Subject) -> float:
    return len(subject.english) / max(len(subject.chinese), 1)


def _fewer_sentences(subject: Subject) -> Iterator[Remark]:
    if subject.is_heading:
        return
    chinese, english = sentences(subject.chinese, subject.english)
    if english < chinese:
        message = tell(
            "The Chinese has {zh}, but the English has only {en}.",
            zh=tell_many("{count} sentence", "{count} sentences", chinese),
            en=english,
        )
        yield Remark(message)


def sentences(chinese: str, english: str) -> tuple[int, int]:
    """Return how many sentences two texts have; what follows the last full stop counts as one.

    >>> sentences("聚焦创新。成绩很大！", "We focused on the U.S. market, up 6.3%. It grew.")
    (2, 3)

    An abbreviation counts for an end: that may hide a loss, and never makes one up.
    """
    return _parts(_CHINESE_END, chinese), _parts(_ENGLISH_END, english)


def _parts(end: re.Pattern[str], text: str) -> int:
    return sum(1 for part in end.split(text) if any(character.isalnum() for character in part))


EMPTY = BlockRule("empty", Level.ERROR, "Translate the block.", _empty)
ECHOED = BlockRule("echoed", Level.ERROR, "Translate the block.", _echoed)
TOO_SHORT = BlockRule("too-short", Level.ERROR, "Check what is missing.", _too_short)
TOO_LONG = BlockRule("too-long", Level.WARNING, "Check what was added or repeated.", _too_long)
FEWER_SENTENCES = BlockRule(
    "fewer-sentences",
    Level.ERROR,
    "Check which sentence is missing; write at least one for each Chinese sentence.",
    _fewer_sentences,
)
