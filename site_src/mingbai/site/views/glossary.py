"""The glossary page: terms in the order of the language, each with the paragraph it is first in."""

from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.cache.memo import memo
from mingbai.content.page import Page
from mingbai.glossary import ChineseIndex, Term, anchors, chinese_index
from mingbai.glossary.model import digest_of
from mingbai.language import Language


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
    """The document that the explanation rests on; empty for the editors' own reading."""
    is_ours: bool
    """Whether the English is the editors' own."""
    published: str
    """Where it was seen, or what was seen in its place; empty if nothing was."""
    url: str
    """Of the first paragraph that uses it, from the language's home page; empty if none does."""
    block: str


def glossary_entries(
    terms: tuple[Term, ...], pages: Iterable[Page], language: Language, urls: dict[str, str]
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


def _order(entry: GlossaryEntry, language: Language) -> tuple[bool, str]:
    key = language.pick(entry.anchor, _letters(entry.en))
    return entry.letter == "…", key


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _entry(
    term: Term, anchor: str, language: Language, place: tuple[str, str] | None
) -> GlossaryEntry:
    letter = language.pick(term.sort_key, _letters(term.en))[:1].upper()
    explanation = "" if term.explain is None else getattr(term.explain, language)
    return GlossaryEntry(
        anchor=anchor,
        zh=term.zh,
        en=term.en,
        pinyin=term.pinyin,
        letter=letter if letter.isascii() and letter.isalpha() else "…",
        explanation=explanation,
        source=term.source or "",
        is_ours=term.is_ours,
        published=term.published,
        url=place[0] if place else "",
        block=place[1] if place else "",
    )
