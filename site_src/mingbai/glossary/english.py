"""Renderings in English text: whole words, whatever their case, number, hyphens and quotes.

A translator writes *the "little giants"* where the glossary says *“little giant”*; both are the
same words in the same order, and that is what is compared.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.glossary.model import Term

_TOKEN = re.compile(
    r"""
    (?P<possessive> ['’]s (?![^\W_]) )     # people's: two tokens, so that Jiaxing's holds Jiaxing
    | (?P<word> [^\W_]+ )
    | (?P<mark> [^\s"“”'‘’*_\-‐‑–] )       # a comma parts a phrase; quotes and hyphens do not
    """,
    re.VERBOSE,
)
_PLURALS = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"))
_NO_PLURALS = ("ss", "us", "is")
_SHORTEST_PLURAL = 4
"""Bus, gas and its end in s, and are no plurals."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EnglishMatch:
    """A rendering, the terms it may stand for, and where it stands in a text."""

    terms: tuple[Term, ...]
    """More than one where two terms share their English."""
    start: int
    """Offset in characters."""
    end: int


def singular(word: str) -> str:
    """Return a word in lower case without a plural's ending.

    It need not be right English, only the same for both: *series* and *sery* are one word here.

    >>> [singular(word) for word in ("Cities", "boxes", "forces", "process", "GDP", "gas")]
    ['city', 'box', 'force', 'process', 'gdp', 'gas']
    """
    word = word.casefold()
    if len(word) < _SHORTEST_PLURAL or word.endswith(_NO_PLURALS):
        return word
    for ending, stem in _PLURALS:
        if word.endswith(ending):
            return word.removesuffix(ending) + stem
    return word.removesuffix("s")


def _form(token: str) -> str:
    """Return a token in the form in which it is compared."""
    if token[0] in "'’":  # no other token begins so
        return "'s"
    return singular(token) if token[0].isalnum() else token


def words(phrase: str) -> Words:
    """Return the words and marks of a phrase in the form in which they are compared.

    >>> words("“Double-Eight” Strategies")
    ('double', 'eight', 'strategy')
    >>> words("Jiaxing's R&D")
    ('jiaxing', "'s", 'r', '&', 'd')
    """
    return tuple(_form(found.group()) for found in _TOKEN.finditer(phrase))


def says(text: str, rendering: str) -> bool:
    """Return whether an English text holds the rendering, also inside a longer one.

    >>> says("They are “little giants” now.", "little giant")
    True
    >>> says("Little did giants know.", "little giant")
    False
    """
    sought = words(rendering)
    within = words(text)
    return bool(sought) and any(
        within[start : start + len(sought)] == sought
        for start in range(len(within) - len(sought) + 1)
    )


class _Forms(dict[str, str]):
    """The forms of the tokens that one index has met."""

    def __missing__(self, token: str) -> str:
        form = self[token] = _form(token)
        return form


class EnglishIndex:
    """The renderings of terms made ready to be found in many English texts."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Sort every accepted rendering by its first word and its length."""
        self._terms: dict[Words, tuple[Term, ...]] = {}
        self._forms = _Forms()
        lengths: dict[str, set[int]] = {}
        for term in terms:
            for key in dict.fromkeys(words(rendering) for rendering in term.renderings):
                self._terms[key] = (*self._terms.get(key, ()), term)
                lengths.setdefault(key[0], set()).add(len(key))
        self._lengths = {
            first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()
        }

    def find(self, text: str) -> tuple[EnglishMatch, ...]:
        """Return the renderings in the text, in its order, the longest at each place."""
        tokens = list(_TOKEN.finditer(text))
        forms = tuple([self._forms[token.group()] for token in tokens])
        found: list[EnglishMatch] = []
        place = 0
        while place < len(forms):
            length = self._longest_at(forms, place)
            if length:
                terms = self._terms[forms[place : place + length]]
                last = tokens[place + length - 1]
                found.append(EnglishMatch(terms, tokens[place].start(), last.end()))
            place += length or 1
        return tuple(found)

    def _longest_at(self, forms: Words, start: int) -> int:
        """Return how many tokens the longest rendering at a place has; 0 where there is none."""
        for length in self._lengths.get(forms[start], ()):
            key = forms[start : start + length]  # at the text's end cut to a shorter rendering
            if key in self._terms:
                return len(key)
        return 0


def match_english(text: str, terms: Iterable[Term]) -> tuple[EnglishMatch, ...]:
    """Return the renderings of terms in an English text, none overlapping.

    For many texts build one `EnglishIndex` and ask it.

    >>> boat = Term(zh="红船", en="Red Boat", kind="slogan", pinyin="hóng chuán", evidence="JX")
    >>> [(m.start, m.end) for m in match_english("The red boat and the Red Boats.", (boat,))]
    [(4, 12), (21, 30)]
    """
    return EnglishIndex(terms).find(text)
