"""Counts the blocks in each state, for each page and for the whole report."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mingbai.content.ledger import State
from mingbai.content.state import TranslationState


@dataclass(frozen=True, slots=True)
class Tally:
    """The number of blocks in each state, on one page or in the whole report."""

    page: str | None
    """Path of the page below the language's folder; None for the whole report."""
    counts: Mapping[State, int]
    """The number of blocks by state; a state without blocks has 0."""
    outdated: int
    """Number of blocks, stale or locked, whose Chinese has changed since."""

    @property
    def total(self) -> int:
        """The number of all blocks."""
        return sum(self.counts.values())

    @property
    def is_done(self) -> bool:
        """Whether every block has English, and none of it is older than its Chinese."""
        return not self.counts[State.UNTRANSLATED] and not self.outdated


def tallies(states: Iterable[TranslationState]) -> tuple[Tally, ...]:
    """Return a tally of each page, in the order of the report, then one of the whole report."""
    found = tuple(states)
    pages: dict[str, list[TranslationState]] = {}
    for block in found:
        pages.setdefault(block.pair.page, []).append(block)
    return (*(tally(own, page) for page, own in pages.items()), tally(found))


def tally(states: Iterable[TranslationState], page: str | None = None) -> Tally:
    """Return the number of blocks in each state.

    >>> tally(()).total, tally(()).is_done
    (0, True)
    """
    found = tuple(states)
    counted = Counter(block.state for block in found)
    outdated = sum(block.is_outdated for block in found)
    return Tally(page, {state: counted[state] for state in State}, outdated)
