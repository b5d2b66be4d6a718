"""Marks the first occurrence of each glossary term on a page."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from mingbai.glossary import ChineseIndex, EnglishIndex, Term, anchors
from mingbai.glossary.model import digest_of
from mingbai.language import Language

_MARKED = re.compile(r"<|\]\(|\{|`")
"""Matches markup inside a paragraph, in which terms are then not marked."""

Link = Callable[[str, str], str]
"""Takes an address and a term in Markdown, and returns the link."""


@dataclass(frozen=True, slots=True)
class TermMarks:
    """Marks the terms that have an explanation, in pages of one language."""

    language: Language
    anchors: dict[str, str]
    zh: ChineseIndex
    en: EnglishIndex
    digest: str
    """The hash of the glossary."""

    @classmethod
    def of(cls, terms: tuple[Term, ...], index: ChineseIndex, language: Language) -> "TermMarks":
        """Return the marks of a glossary in one language; ``index`` finds its terms."""
        explained = tuple(term for term in terms if term.explain is not None)
        english = EnglishIndex(explained if language.is_english else ())
        return cls(language, anchors(terms), index, english, digest_of(terms))

    def on_page(self, glossary: str, link: Link) -> "PageTerms":
        """Return a fresh marker for one page.

        Args:
            glossary: the glossary page's address, relative to the page.
            link: makes a link from an address and a term.
        """
        return PageTerms(self, glossary, link)


@dataclass(slots=True)
class PageTerms:
    """Marks each term once on a page, and records which."""

    marks: TermMarks
    glossary: str
    link: Link
    found: set[str] = field(default_factory=set)
    """The Chinese of the terms that are already marked."""

    def mark(self, text: str, chinese: str, *, is_chinese: bool) -> str:
        """Return a paragraph's Markdown with links from its terms to the glossary.

        Args:
            text: the paragraph, escaped.
            chinese: the report's Chinese, which decides which term an English phrase renders.
            is_chinese: whether ``text`` is Chinese.
        """
        if _MARKED.search(text):
            return text
        spans = self._chinese(text) if is_chinese else self._english(text, chinese)
        pieces: list[str] = []
        end = 0
        for term, start, stop in spans:
            if term.explain is None or term.zh in self.found or "*" in text[start:stop]:
                continue
            self.found.add(term.zh)
            address = f"{self.glossary}#{self.marks.anchors[term.zh]}"
            pieces += [text[end:start], self.link(address, text[start:stop])]
            end = stop
        return "".join((*pieces, text[end:]))

    def _chinese(self, text: str) -> Iterator[tuple[Term, int, int]]:
        for match in self.marks.zh.find(text):
            yield match.term, match.start, match.end

    def _english(self, text: str, chinese: str) -> Iterator[tuple[Term, int, int]]:
        meant = {match.term.zh for match in self.marks.zh.find(chinese)}
        for match in self.marks.en.find(text):
            for term in match.terms:
                if term.zh in meant:
                    yield term, match.start, match.end
                    break
