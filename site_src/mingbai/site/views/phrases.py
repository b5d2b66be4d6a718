"""Counts set phrases of the report, and the ways its English translates them.

A page that explains a phrase (确保, 推进) calls the macro ``phrase``. The macro counts in the
current pages, so its numbers follow the translation, and a wrong rendering stops the build.
"""

import re
from dataclasses import dataclass

from mingbai.messages import tell

Pairs = tuple[tuple[str, str], ...]
"""The Chinese and the English words of each block of the report."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """English words that translate a phrase."""

    words: str
    paragraphs: int
    """The number of paragraphs with the phrase in Chinese and these words in English."""


@dataclass(frozen=True, slots=True)
class SetPhrase:
    """A phrase of the report."""

    paragraphs: int
    """The number of paragraphs that contain the phrase."""
    renderings: tuple[Rendering, ...]
    """The most frequent first."""


def count_phrase(pairs: Pairs, phrase: str, but: str, renderings: tuple[str, ...]) -> SetPhrase:
    """Return how many blocks contain a phrase, and how many of these contain each rendering.

    Args:
        pairs: the report's blocks.
        phrase: the phrase, such as 力争.
        but: a longer word that contains it by chance, such as 大力争取; empty if there is none.
        renderings: English words in their base form; ``carry out`` also counts carried out.

    >>> pairs = (("确保安全", "Ensure safety."), ("确保增长", "It is ensured."), ("无", "-"))
    >>> count_phrase(pairs, "确保", "", ("ensure",))
    SetPhrase(paragraphs=2, renderings=(Rendering(words='ensure', paragraphs=2),))

    Raises:
        LookupError: no block contains the phrase, or no block with the phrase contains a rendering.
    """
    english = [en for zh, en in pairs if phrase in (zh.replace(but, "") if but else zh)]
    if not english:
        raise LookupError(tell("the report does not contain {phrase!r}", phrase=phrase))
    found = [(words, sum(1 for en in english if _form(words).search(en))) for words in renderings]
    for words, paragraphs in found:
        if not paragraphs:
            raise LookupError(
                tell(
                    "no paragraph with {phrase!r} contains {words!r} in its English",
                    phrase=phrase,
                    words=words,
                )
            )
    ordered = sorted(found, key=lambda one: -one[1])
    return SetPhrase(len(english), tuple(Rendering(*one) for one in ordered))


def _form(words: str) -> re.Pattern[str]:
    """Return a pattern that matches words with any form of the first one.

    >>> bool(_form("carry out").search("It was carried out.")), bool(_form("aim").search("claims"))
    (True, False)
    """
    first, *others = words.split()
    stem = re.escape(re.sub("[ey]$", "", first))
    rest = "".join(rf"\s+{re.escape(word)}" for word in others)
    return re.compile(rf"\b{stem}(?:y|ies|ied|e|es|ed|ing|ying|s)?{rest}\b", re.IGNORECASE)
