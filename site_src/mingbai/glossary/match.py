"""Finds terms in Chinese text, which has no spaces between words: the longest term wins.

So 长三角城市群 is one term; 长三角 and 城市群 are not found inside it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mingbai.glossary.model import Term


@dataclass(frozen=True, slots=True)
class Match:
    """A term and its position in a text."""

    term: Term
    start: int
    """Offset in characters: ``text[start:end] == term.zh``."""
    end: int


_BEGINNING = 2


class ChineseIndex:
    """An index of terms, to search many Chinese texts."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Index the terms by their first characters; of two with the same ``zh``, use the first."""
        self._terms: dict[str, Term] = {}
        lengths: dict[str, set[int]] = {}
        for term in terms:
            self._terms.setdefault(term.zh, term)
            lengths.setdefault(term.zh[:_BEGINNING], set()).add(len(term.zh))
        self._lengths = {
            beginning: tuple(sorted(found, reverse=True)) for beginning, found in lengths.items()
        }
        self._single = frozenset(beginning for beginning in lengths if len(beginning) < _BEGINNING)
        self._known: dict[str, tuple[Match, ...]] = {}

    def find(self, text: str) -> tuple[Match, ...]:
        """Return the terms in the text, in order; they never overlap.

        Scans from the left; at each position the longest term wins. The time is linear in the
        length of the text: each position tries only the lengths of terms with the same first
        characters. Results are cached by text.
        """
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = tuple(self._matches(text))
        return known

    def _matches(self, text: str) -> Iterator[Match]:
        place = 0
        while place < len(text):
            lengths = self._lengths.get(text[place : place + _BEGINNING], ())
            if text[place] in self._single:
                lengths = (*lengths, 1)
            for length in lengths:
                term = self._terms.get(text[place : place + length])
                if term is not None:  # at the end of the text the slice may be a shorter term
                    yield Match(term, place, place + len(term.zh))
                    place += len(term.zh)
                    break
            else:
                place += 1


def match(text: str, terms: Iterable[Term]) -> tuple[Match, ...]:
    """Return the terms in a Chinese text: the longest at each position, never overlapping.

    For many texts, build one `ChineseIndex` and call its `find`.

    >>> delta, cluster = (
    ...     Term(zh=zh, en=en, kind="place", pinyin="x", evidence="ours")
    ...     for zh, en in (("长三角", "Yangtze River Delta"), ("长三角城市群", "city cluster"))
    ... )
    >>> [(m.term.en, m.start, m.end) for m in match("在长三角城市群和长三角", (delta, cluster))]
    [('city cluster', 1, 7), ('Yangtze River Delta', 8, 11)]
    """
    return ChineseIndex(terms).find(text)
