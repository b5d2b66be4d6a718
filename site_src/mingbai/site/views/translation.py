"""The state of the English, for readers: a table of pages, and notes on paragraphs."""

from collections.abc import Mapping
from dataclasses import dataclass

from mingbai.address import address_of
from mingbai.content.ledger import State
from mingbai.content.library import Library
from mingbai.content.page import Page
from mingbai.content.pairing import pairs
from mingbai.content.state import translation_states
from mingbai.content.tally import Tally, tallies
from mingbai.language import Language
from mingbai.locales import say

NAMES = {
    State.REVIEWED: "reviewed",
    State.LOCKED: "settled",
    State.EDITED: "edited",
    State.MACHINE: "machine translation",
    State.STALE: "older than the Chinese",
    State.UNTRANSLATED: "not yet translated",
}
"""The name of each state for readers, the most finished first."""

NOTES = {
    State.MACHINE: "Machine translation, not yet checked",
    State.STALE: "The Chinese changed since this was translated",
}
"""The note beside a paragraph, for states that readers need to know."""


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One page of the report, or all pages together, in the table of states."""

    title: str
    url: str
    """The address from the language's home page; empty in the row for the whole report."""
    in_chinese: bool
    """Whether the title is Chinese on an English page."""
    counts: tuple[int, ...]
    """The number of blocks in the state of each column."""


@dataclass(frozen=True, slots=True)
class TranslationView:
    """The states of the report's blocks."""

    columns: tuple[str, ...]
    """The names of the states that any block has."""
    rows: tuple[StatusRow, ...]
    whole: StatusRow
    states: Mapping[str, State]
    """The state by block id; a locked block whose Chinese has changed counts as stale."""


def translation_view(library: Library, language: Language) -> TranslationView:
    """Return the states of a report's blocks, in one language."""
    found = translation_states(pairs(library), library.ledger)
    *pages, whole = tallies(found)
    chinese = {page.path: page for page in library.zh}
    shown = tuple(state for state in NAMES if whole.counts[state])
    return TranslationView(
        columns=tuple(say(language, NAMES[state]) for state in shown),
        rows=tuple(
            _row(chinese[tally.page or ""], library.en, language, (tally, shown)) for tally in pages
        ),
        whole=StatusRow("", "", in_chinese=False, counts=_counts(whole, shown)),
        states={
            one.pair.id: State.STALE if one.is_outdated and one.pair.english else one.state
            for one in found
        },
    )


def _row(
    chinese: Page,
    english: Mapping[str, Page],
    language: Language,
    counted: tuple[Tally, tuple[State, ...]],
) -> StatusRow:
    page = language.pick(chinese, english.get(chinese.path, chinese))
    return StatusRow(
        title=page.front.title,
        url=address_of(chinese.path),
        in_chinese=language.is_english and page is chinese,
        counts=_counts(*counted),
    )


def _counts(tally: Tally, shown: tuple[State, ...]) -> tuple[int, ...]:
    return tuple(tally.counts[state] for state in shown)
