"""Terms in Chinese text, which puts no spaces between words: at each place the longest one wins.

So 长三角城市群 is one term, and neither 长三角 nor 城市群 is found inside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.glossary.model import Term


@dataclass(frozen=True, slots=True)
class Match:
    """A term, and where it stands in a text."""

    term: Term
    start: int
    """Offset in characters: ``text[start:end] == term.zh``."""
    end: int


class ChineseIndex:
    """Terms made ready to be found in many texts."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Sort the terms by first character and length; of two with one ``zh`` the first stays."""
        self._terms: dict[str, Term] = {}
        lengths: dict[str, set[int]] = {}
        for term in terms:
            self._terms.setdefault(term.zh, term)
            lengths.setdefault(term.zh[0], set()).add(len(term.zh))
        self._lengths = {
            first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()
        }

    def find(self, text: str) -> tuple[Match, ...]:
        """Return the terms in the text, in its order, no two of them overlapping.

        Reads from the left; at each place the longest term wins. The time is linear in the
        length of the text: at each character only the lengths of terms that begin with it are
        tried.
        """
        found: list[Match] = []
        place = 0
        while place < len(text):
            match = self._longest_at(text, place)
            if match is None:
                place += 1
            else:
                found.append(match)
                place = match.end
        return tuple(found)

    def _longest_at(self, text: str, start: int) -> Match | None:
        for length in self._lengths.get(text[start], ()):
            term = self._terms.get(text[start : start + length])
            if term is not None:  # at the text's end a longer slice is cut to a shorter term
                return Match(term, start, start + len(term.zh))
        return None


def match(text: str, terms: Iterable[Term]) -> tuple[Match, ...]:
    """Return the terms in a Chinese text, longest first at each place, none overlapping.

    For many texts build one `ChineseIndex` and ask it.

    >>> delta, cluster = (
    ...     Term(zh=zh, en=en, kind="place", pinyin="x", evidence="ours")
    ...     for zh, en in (("长三角", "Yangtze River Delta"), ("长三角城市群", "city cluster"))
    ... )
    >>> [(m.term.en, m.start, m.end) for m in match("在长三角城市群和长三角", (delta, cluster))]
    [('city cluster', 1, 7), ('Yangtze River Delta', 8, 11)]
    """
    return ChineseIndex(terms).find(text)
