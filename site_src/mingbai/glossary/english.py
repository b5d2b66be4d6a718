"""Finds renderings in English text: whole words, regardless of case, number, hyphens and quotes.

If a translator writes *the "little giants"* and the glossary has *“little giant”*, the words and
their order are the same: they match.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.glossary.model import Term

_TOKEN = re.compile(
    r"""
    (?P<possessive> ['’]s (?![^\W_]) )     # people's: two tokens, so that Jiaxing matches Jiaxing's
    | (?P<word> [^\W_]+ )
    | (?P<mark> [^\s"“”'‘’*_\-‐‑–] )       # a comma divides a phrase; quotes and hyphens do not
    """,
    re.VERBOSE,
)
_PLURALS = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"))
_NO_PLURALS = ("ss", "us", "is")
_SHORTEST_PLURAL = 4
"""Shorter words that end in s (bus, gas, its) are not plurals."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EnglishMatch:
    """A rendering in a text: the terms it may translate, and its position."""

    terms: tuple[Term, ...]
    """More than one if terms share their English."""
    start: int
    """Offset in characters."""
    end: int


def singular(word: str) -> str:
    """Return a word in lower case without its plural ending.

    The result need not be an English word, only the same for singular and plural: *series* and
    *sery* are equal here.

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
    """Return the form of a token that is compared."""
    if token[0] in "'’":  # only a possessive begins with an apostrophe
        return "'s"
    return singular(token) if token[0].isalnum() else token


def compared_words(phrase: str) -> Words:
    """Return the words and marks of a phrase in the form that is compared.

    >>> compared_words("“Double-Eight” Strategies")
    ('double', 'eight', 'strategy')
    >>> compared_words("Jiaxing's R&D")
    ('jiaxing', "'s", 'r', '&', 'd')
    """
    return tuple(_form(found.group()) for found in _TOKEN.finditer(phrase))


def says(text: str, rendering: str) -> bool:
    """Return whether an English text contains the rendering, even inside a longer one.

    >>> says("They are “little giants” now.", "little giant")
    True
    >>> says("Little did giants know.", "little giant")
    False
    """
    sought = compared_words(rendering)
    within = compared_words(text)
    return bool(sought) and any(
        within[start : start + len(sought)] == sought
        for start in range(len(within) - len(sought) + 1)
    )


class _Forms(dict[str, str]):
    """A cache of the forms of tokens."""

    def __missing__(self, token: str) -> str:
        form = self[token] = _form(token)
        return form


class EnglishIndex:
    """An index of renderings, to search many English texts."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Index every accepted rendering by its first word and its length."""
        self._terms: dict[Words, tuple[Term, ...]] = {}
        self._forms = _Forms()
        lengths: dict[str, set[int]] = {}
        for term in terms:
            for key in dict.fromkeys(compared_words(rendering) for rendering in term.renderings):
                self._terms[key] = (*self._terms.get(key, ()), term)
                lengths.setdefault(key[0], set()).add(len(key))
        self._lengths = {
            first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()
        }

    def find(self, text: str) -> tuple[EnglishMatch, ...]:
        """Return the renderings in the text, in order; the longest one at each position."""
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
        """Return the length in tokens of the longest rendering at a position; 0 if none."""
        for length in self._lengths.get(forms[start], ()):
            key = forms[start : start + length]  # may be shorter at the end of the text
            if key in self._terms:
                return len(key)
        return 0


def match_english(text: str, terms: Iterable[Term]) -> tuple[EnglishMatch, ...]:
    """Return the renderings of terms in an English text; they never overlap.

    For many texts, build one `EnglishIndex` and call its `find`.

    >>> boat = Term(zh="红船", en="Red Boat", kind="slogan", pinyin="hóng chuán", evidence="JX")
    >>> [(m.start, m.end) for m in match_english("The red boat and the Red Boats.", (boat,))]
    [(4, 12), (21, 30)]
    """
    return EnglishIndex(terms).find(text)
