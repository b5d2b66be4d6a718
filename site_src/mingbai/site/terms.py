"""Glossary terms in a page's paragraphs, marked where they first stand, and the glossary page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mingbai.cache.memo import fingerprint, memo
from mingbai.content.page import Page
from mingbai.glossary import ChineseIndex, EnglishIndex, Term, anchors, chinese_index

_MARKED = re.compile(r"<|\]\(|\{")
"""Signs of markup inside a paragraph: its terms are then left alone."""


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term as the glossary page shows it."""

    anchor: str
    zh: str
    en: str
    pinyin: str
    letter: str
    """It is filed under: of the pinyin or of the English, ``…`` for all that is no letter."""
    explanation: str
    """In the page's language; empty for a bare rendering."""
    source: str
    url: str
    """Of the first paragraph that uses it, from the language's home page; empty if none does."""
    block: str


def digest_of(terms: tuple[Term, ...]) -> str:
    """Return the hash of a glossary."""
    return fingerprint([repr(terms).encode("utf-8", "surrogatepass")])


@dataclass(frozen=True, slots=True)
class TermMarks:
    """The terms that have an explanation, ready to be marked in pages of one language."""

    language: str
    anchors: dict[str, str]
    zh: ChineseIndex
    en: EnglishIndex
    digest: str
    """Of the glossary."""

    @classmethod
    def of(cls, terms: tuple[Term, ...], language: str) -> "TermMarks":
        """Return the marks of a glossary; none where the language is without its page."""
        explained = tuple(term for term in terms if term.explain is not None)
        english = EnglishIndex(explained if language == "en" else ())
        return cls(language, anchors(terms), chinese_index(terms), english, digest_of(terms))

    def on_page(self, glossary: str) -> "PageTerms":
        """Return a fresh marker for one page.

        Args:
            glossary: the glossary page's address from it.
        """
        return PageTerms(self, glossary)


@dataclass(slots=True)
class PageTerms:
    """Marks each term once on a page, and remembers which."""

    marks: TermMarks
    glossary: str
    found: set[str] = field(default_factory=set)
    """The Chinese of the terms that are marked already."""

    def mark(self, text: str, chinese: str, *, is_chinese: bool) -> str:
        """Return a paragraph's Markdown with links from its terms to the glossary.

        Args:
            text: the paragraph, escaped.
            chinese: the report's words, which decide what an English phrase stands for.
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
            pieces += [
                text[end:start],
                f'<a class="mb-term" href="{address}">{text[start:stop]}</a>',
            ]
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


def glossary_entries(
    terms: tuple[Term, ...], pages: Iterable[Page], language: str, urls: dict[str, str]
) -> tuple[GlossaryEntry, ...]:
    """Return the glossary in the order of its language: by pinyin, or by the English.

    Args:
        terms: the glossary.
        pages: the Chinese pages of the report.
        language: ``zh`` or ``en``.
        urls: from a page's path to its address from the language's home page.
    """
    index = chinese_index(terms)
    digest = digest_of(terms)
    first: dict[str, tuple[str, str]] = {}
    for page in pages:
        for term, block in _uses(page, index, digest):
            first.setdefault(term, (f"{urls[page.path]}#{block}", block))
    ids = anchors(terms)
    entries = (_entry(term, ids[term.zh], language, first.get(term.zh)) for term in terms)
    return tuple(sorted(entries, key=lambda entry: _order(entry, language)))


def _uses(page: Page, index: ChineseIndex, digest: str) -> list[tuple[str, str]]:
    """Return the terms on a page of the report, each with the first block that uses it."""
    texts = {block.id: block.source.words for block in page.blocks if block.id is not None}

    def found() -> list[tuple[str, str]]:
        first: dict[str, str] = {}
        for id_, words in texts.items():
            for match in index.find(words):
                first.setdefault(match.term.zh, id_)
        return list(first.items())

    return list(memo().ask("uses", (digest, repr(texts)), found))


def _order(entry: GlossaryEntry, language: str) -> tuple[bool, str]:
    key = entry.anchor if language == "zh" else _letters(entry.en)
    return entry.letter == "…", key


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _entry(term: Term, anchor: str, language: str, place: tuple[str, str] | None) -> GlossaryEntry:
    letter = (term.sort_key if language == "zh" else _letters(term.en))[:1].upper()
    explanation = "" if term.explain is None else getattr(term.explain, language)
    return GlossaryEntry(
        anchor=anchor,
        zh=term.zh,
        en=term.en,
        pinyin=term.pinyin,
        letter=letter if letter.isascii() and letter.isalpha() else "…",
        explanation=explanation,
        source=term.source or "",
        url=place[0] if place else "",
        block=place[1] if place else "",
    )
