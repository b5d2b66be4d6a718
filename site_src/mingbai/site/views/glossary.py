"""The glossary page: terms in the order of the language, each with the paragraph it is first in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from mingbai.cache.memo import Memo
from mingbai.content.page import Page
from mingbai.glossary import ChineseIndex, Term, anchors
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


Uses = Mapping[str, tuple[str, str]]
"""From a term to the path of the first page that uses it, and the block there."""


def first_uses(
    terms: tuple[Term, ...], pages: Iterable[Page], index: ChineseIndex, memo: Memo
) -> Uses:
    """Return where the report first uses each term.

    Args:
        terms: the glossary.
        pages: the Chinese pages of the report, in its order.
        index: of the terms.
        memo: of the last builds.
    """
    digest = digest_of(terms)
    first: dict[str, tuple[str, str]] = {}
    for page in pages:
        texts = {block.id: block.source.words for block in page.blocks if block.id is not None}
        made_from = (digest, repr(texts))
        for term, block in memo.get_or_compute("uses", made_from, partial(_uses, texts, index)):
            first.setdefault(term, (page.path, block))
    return first


def _uses(texts: Mapping[str, str], index: ChineseIndex) -> list[tuple[str, str]]:
    """Return the terms in a page's blocks, each with the first block that uses it."""
    first: dict[str, str] = {}
    for id_, words in texts.items():
        for match in index.find(words):
            first.setdefault(match.term.zh, id_)
    return list(first.items())


def glossary_entries(
    terms: tuple[Term, ...], uses: Uses, language: Language, urls: Mapping[str, str]
) -> tuple[GlossaryEntry, ...]:
    """Return the glossary in the order of its language: by pinyin, or by the English.

    Args:
        terms: the glossary.
        uses: where the report first uses each.
        language: ``zh`` or ``en``.
        urls: from a page's path to its address from the language's home page.
    """
    places = {term: (f"{urls[path]}#{block}", block) for term, (path, block) in uses.items()}
    ids = anchors(terms)
    entries = (_entry(term, ids[term.zh], language, places.get(term.zh)) for term in terms)
    return tuple(sorted(entries, key=lambda entry: _order(entry, language)))


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
