"""The glossary page: terms in the language's order, each with its first paragraph."""

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
    """A term on the glossary page."""

    anchor: str
    zh: str
    en: str
    pinyin: str
    letter: str
    """The first letter of the pinyin or of the English; ``…`` if it is not a letter."""
    explanation: str
    """The explanation in the page's language; empty if there is only a translation."""
    source: str
    """The document that supports the explanation; empty if it is the editors' own reading."""
    is_ours: bool
    """Whether the English is the editors' own translation."""
    published: str
    """The source that uses this English, or the English used instead; empty if none was found."""
    url: str
    """The address of the first paragraph that uses it, from the language's home page, or empty."""
    block: str


Uses = Mapping[str, tuple[str, str]]
"""The path of the first page that uses each term, and the block there."""


def first_uses(
    terms: tuple[Term, ...], pages: Iterable[Page], index: ChineseIndex, memo: Memo
) -> Uses:
    """Return where the report first uses each term.

    Args:
        terms: the glossary.
        pages: the Chinese pages of the report, in its order.
        index: an index of the terms.
        memo: the cache of earlier builds.
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
    """Return the terms that a page's blocks use, each with its first block."""
    first: dict[str, str] = {}
    for id_, words in texts.items():
        for match in index.find(words):
            first.setdefault(match.term.zh, id_)
    return list(first.items())


def glossary_entries(
    terms: tuple[Term, ...], uses: Uses, language: Language, urls: Mapping[str, str]
) -> tuple[GlossaryEntry, ...]:
    """Return the glossary, sorted by pinyin or by the English.

    Args:
        terms: the glossary.
        uses: the first use of each term in the report.
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
