"""Prepares a text for the rules: numerals, quoted terms, and words that are not figures."""

import re
from dataclasses import dataclass
from functools import cache

from mingbai.figures.model import Found, Kind
from mingbai.figures.numerals import Numeral, scan, to_plain
from mingbai.figures.units import any_of, excluded_words

MAX_TERM = 24
"""Maximum characters of a quoted term; a longer quotation is speech."""

_QUOTED = re.compile(rf"[“‘「『《\"]([^“”‘’「」『』《》\"。；！？\n]{{1,{MAX_TERM}}})[”’」』》\"]")
_LATIN = re.compile(r"[A-Za-z0-9]+(?:[._+-][A-Za-z0-9]+)*")
_LETTER = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Span:
    """A range of the text."""

    start: int
    end: int

    def contains(self, numeral: Numeral) -> bool:
        """Return whether the numeral is inside the range."""
        return self.start <= numeral.start and numeral.end <= self.end


@dataclass(frozen=True, slots=True)
class Reading:
    """A text and everything that the rules need to know about it."""

    text: str
    plain: str
    """The text in ASCII digits and simplified characters, with the same offsets."""
    numerals: tuple[Numeral, ...]
    terms: dict[int, Span]
    """For the index of a numeral: the range inside the quotation marks around it."""
    titles: frozenset[int]
    """Indices of numerals inside 《》."""
    latin: dict[int, Span]
    """For the index of a numeral: the Latin word that contains it."""
    names: dict[int, Span]
    """For the index of a numeral: the name of words.yml that contains it."""
    idioms: dict[int, Span]
    """For the index of a numeral: the ordinary word of words.yml that contains it."""

    def before(self, numeral: Numeral, length: int) -> str:
        """Return at most ``length`` characters before the numeral."""
        return self.plain[max(0, numeral.start - length) : numeral.start]

    def found(
        self, span: tuple[int, int], numeral: Numeral, kind: Kind, unit: str | None = None
    ) -> Found:
        """Return the numeral as a number; the text after its digits is its unit."""
        start, end = span
        unit_text = self.text[numeral.end : end].strip() if unit else ""
        return Found(start, end, self.text[start:end], numeral.value, kind, unit, unit_text)


@cache
def _names() -> re.Pattern[str]:
    return any_of(excluded_words().names)


@cache
def _idioms() -> re.Pattern[str]:
    return any_of(excluded_words().words)


def read(text: str) -> Reading:
    """Return the prepared text."""
    plain = to_plain(text)
    numerals = scan(text)
    quoted = [
        (Span(*match.span(1)), plain[match.start()] == "《") for match in _QUOTED.finditer(plain)
    ]
    terms = _holders([span for span, _ in quoted], numerals)
    titles = _holders([span for span, is_title in quoted if is_title], numerals)
    latin = [span for span in _spans(_LATIN, plain) if _LETTER.search(plain, span.start, span.end)]
    return Reading(
        text=text,
        plain=plain,
        numerals=numerals,
        terms=terms,
        titles=frozenset(titles),
        latin=_holders(latin, numerals),
        names=_holders(_spans(_names(), plain), numerals, whole=False),
        idioms=_holders(_spans(_idioms(), plain), numerals, whole=False),
    )


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(text)]


def _holders(
    spans: list[Span], numerals: tuple[Numeral, ...], *, whole: bool = True
) -> dict[int, Span]:
    """Return the span in which each numeral starts; both arguments are in order."""
    holders: dict[int, Span] = {}
    position = 0
    for index, numeral in enumerate(numerals):
        while position < len(spans) and spans[position].end <= numeral.start:
            position += 1
        if position == len(spans):
            break
        span = spans[position]
        begins_inside = span.start <= numeral.start < span.end
        if span.contains(numeral) or (begins_inside and not whole):
            holders[index] = span
    return holders
