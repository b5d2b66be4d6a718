"""Set phrases of the report, and how its English renders them: counted, never remembered.

A page that explains a phrase (确保, 推进) calls the macro ``phrase``. What it shows is counted from
the pages as they are, so that a changed translation changes it, and a false rendering stops the
build.
"""

import re
from dataclasses import dataclass

from mingbai.messages import tell

Pairs = tuple[tuple[str, str], ...]
"""The Chinese and the English words of each block of the report."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """English words that stand for a phrase."""

    words: str
    paragraphs: int
    """With the phrase in the Chinese and these words in the English."""


@dataclass(frozen=True, slots=True)
class SetPhrase:
    """A phrase of the report."""

    paragraphs: int
    """With the phrase in them."""
    renderings: tuple[Rendering, ...]
    """The most frequent first."""


def count_phrase(pairs: Pairs, phrase: str, but: str, renderings: tuple[str, ...]) -> SetPhrase:
    """Return in how many blocks a phrase stands, and in how many of them each rendering does.

    Args:
        pairs: the report's blocks.
        phrase: 力争.
        but: a longer word that only looks like it, 大力争取; empty where there is none.
        renderings: words as a dictionary has them; ``carry out`` counts carried out, too.

    >>> pairs = (("确保安全", "Ensure safety."), ("确保增长", "It is ensured."), ("无", "-"))
    >>> count_phrase(pairs, "确保", "", ("ensure",))
    SetPhrase(paragraphs=2, renderings=(Rendering(words='ensure', paragraphs=2),))

    Raises:
        LookupError: the phrase stands nowhere, or a rendering in no block that has the phrase.
    """
    english = [en for zh, en in pairs if phrase in (zh.replace(but, "") if but else zh)]
    if not english:
        raise LookupError(tell("the report does not say {phrase!r}", phrase=phrase))
    found = [(words, sum(1 for en in english if _form(words).search(en))) for words in renderings]
    for words, paragraphs in found:
        if not paragraphs:
            raise LookupError(
                tell(
                    "no paragraph with {phrase!r} has {words!r} in its English",
                    phrase=phrase,
                    words=words,
                )
            )
    ordered = sorted(found, key=lambda one: -one[1])
    return SetPhrase(len(english), tuple(Rendering(*one) for one in ordered))


def _form(words: str) -> re.Pattern[str]:
    """Return what finds words in any form of the first of them.

    >>> bool(_form("carry out").search("It was carried out.")), bool(_form("aim").search("claims"))
    (True, False)
    """
    first, *others = words.split()
    stem = re.escape(re.sub("[ey]$", "", first))
    rest = "".join(rf"\s+{re.escape(word)}" for word in others)
    return re.compile(rf"\b{stem}(?:y|ies|ied|e|es|ed|ing|ying|s)?{rest}\b", re.IGNORECASE)
