"""Compares the editors' own words in both languages.

This is stricter than the rules for the report's English: editors write both texts in short
sentences, so that sentences, end marks, lists and negations correspond one to one. The limits come
from the editors' pages of Jiaxing 2024.
Source: docs/reference/checks.md, "both-languages".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mingbai.figures import Kind
from mingbai.glossary import ChineseIndex
from mingbai.language import Language
from mingbai.messages import tell, tell_many
from mingbai.translation.quality.figures import differences, message_of
from mingbai.translation.quality.model import Subject
from mingbai.translation.statements.context import finder
from mingbai.translation.statements.lexicon import is_supported
from mingbai.translation.statements.lists import comma_members, members, without_numbers
from mingbai.translation.statements.negation import may_negate, negations
from mingbai.translation.statements.proof import is_plain_word

SHORTEST = ((12, 2.3), (6, 1.4))
"""From how many Chinese characters on, how many English ones at least for each."""
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_ASIDE = re.compile("（[^（）]*）|\\([^()]*\\)")
_LIST = 3
"""Shorter lists do not count, because Chinese often joins two things in a word (并购重组)."""
_SENTENCE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff][。！？；，]|[\u3400-\u4dbf\u4e00-\u9fff]{12}")
_CHINESE_ENDS = re.compile(r"[。！？][”’）]*|[.!?]$")
_ENGLISH_ENDS = re.compile(r"[.!?。][”’)]*(?=\s|$)(?<!\b[A-Z]\.)")
_ENDS = set("。！？：；….!?:;")
"""Of either language; another rule reports marks of the wrong one."""
_CLOSING = '”’）)]* "'


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One difference between two texts."""

    message: str
    side: Language = Language.EN
    """The text that has to be corrected, as far as that can be known."""
    rule: Literal["own", "negation-lost"] = "own"


def disagreements(
    zh: str,
    en: str,
    glossary: ChineseIndex,
    *,
    is_heading: bool = False,
    is_of_report: bool = True,
) -> Iterator[Disagreement]:
    """Yield the differences between an English text of the editors and its Chinese text.

    Args:
        zh: the Chinese text.
        en: the English text.
        glossary: an index of the glossary's terms.
        is_heading: whether it is a heading, a title or a row, which are no sentences.
        is_of_report: whether it is about the report; about the site, each language says what its
            readers need, and numbers and negations may differ.

    >>> [one.message for one in disagreements("上学。", "School. And work.", ChineseIndex(()))]
    ['The Chinese has 1 sentence, but the English has 2.']
    """
    if _SENTENCE.search(en):
        yield Disagreement(tell("The English still contains Chinese."))
        return
    if is_of_report:
        yield from _numbers(zh, en, glossary, is_heading=is_heading)
        yield from _negations(zh, en)
    if not is_heading:
        yield from _ends(zh, en)
        yield from _sentences(zh, en)
        yield from _length(zh, en)
    if is_of_report and not is_heading:
        yield from _lists(zh, en)


def _numbers(
    zh: str, en: str, glossary: ChineseIndex, *, is_heading: bool
) -> Iterator[Disagreement]:
    if not finder(Language.ZH)(zh) and not finder(Language.EN)(en):
        return
    terms = {match.term.zh: match.term for match in glossary.find(zh)}
    for one in differences(Subject(zh, en, is_heading, tuple(terms.values()))):
        found = one.zh or one.en
        if found is None or (one.zh is None) == (one.en is None):
            is_said = False
        else:
            other = finder("en" if one.zh else "zh")(en if one.zh else zh)
            values = {number.value for number in other}
            is_said = is_plain_word(found) or (found.kind is Kind.YEAR and found.value in values)
        if not is_said:
            yield Disagreement(message_of(one))


def _lists(zh: str, en: str) -> Iterator[Disagreement]:
    ours, theirs = members(zh, "zh"), members(en, "en")
    if theirs and min(theirs) >= _LIST and max(ours, default=1) < min(theirs) and "，" not in zh:
        for member in comma_members(en):
            if not is_supported(member, zh):
                yield Disagreement(tell("The Chinese lists nothing for “{member}”.", member=member))
                return
    if not ours or not theirs or ours & theirs or max(ours) < _LIST:
        return
    if min(theirs) < min(ours) or min(theirs) > max(ours):
        message = tell(
            "The Chinese lists {zh} things, but the English lists {en}.",
            zh="/".join(map(str, sorted(ours))),
            en="/".join(map(str, sorted(theirs))),
        )
        yield Disagreement(message)


def _negations(zh: str, en: str) -> Iterator[Disagreement]:
    before, after = negations(zh, "zh"), negations(en, "en")
    if before and not after and not may_negate(en, "en"):
        message = tell("Only the Chinese has a negation: {words}.", words=", ".join(before))
    elif after and not before and not may_negate(zh, "zh"):
        message = tell("Only the English has a negation: {words}.", words=", ".join(after))
    else:
        return
    yield Disagreement(message, rule="negation-lost")


def _ends(zh: str, en: str) -> Iterator[Disagreement]:
    ends = tuple(one.rstrip(_CLOSING)[-1:] in _ENDS for one in (zh, en))
    if ends == (True, False):
        yield Disagreement(tell("The Chinese has an end mark, but the English has none."))
    elif ends == (False, True):
        message = tell("The English has an end mark, but the Chinese has none.")
        yield Disagreement(message, Language.ZH)


def _sentences(zh: str, en: str) -> Iterator[Disagreement]:
    ours, theirs = len(_CHINESE_ENDS.findall(zh)), len(_ENGLISH_ENDS.findall(en))
    if not ours or not theirs or ours <= theirs <= ours + zh.count("；"):
        return
    message = tell(
        "The Chinese has {zh}, but the English has {en}.",
        zh=tell_many("{count} sentence", "{count} sentences", ours),
        en=theirs,
    )
    yield Disagreement(message)


def _length(zh: str, en: str) -> Iterator[Disagreement]:
    ours, theirs = (_ASIDE.sub("", without_numbers(*one)) for one in ((zh, "zh"), (en, "en")))
    size = len(_HAN.findall(ours))
    ratio = len(theirs) / max(size, 1)
    least = next((ratio for length, ratio in SHORTEST if size >= length), 0)
    if ratio < least:
        message = tell(
            "The English is very short: {ratio} characters for a Chinese one; {least} are usual.",
            ratio=f"{ratio:.1f}",
            least=least,
        )
        yield Disagreement(message)
