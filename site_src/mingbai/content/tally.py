"""How many blocks are in each state, page by page and in all: the command and the site show it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mingbai.content.ledger import State
from mingbai.content.state import TranslationState


@dataclass(frozen=True, slots=True)
class Tally:
    """The blocks of one page, or of the whole report, by state."""

    page: str | None
    """Below the language's folder; None for the whole report."""
    counts: Mapping[State, int]
    """Every state, also where it has none."""
    outdated: int
    """Blocks whose Chinese changed since: the stale ones, and locked ones."""

    @property
    def total(self) -> int:
        """All blocks."""
        return sum(self.counts.values())

    @property
    def is_done(self) -> bool:
        """Whether every block has English, and none that is older than its Chinese."""
        return not self.counts[State.UNTRANSLATED] and not self.outdated


def tallies(states: Iterable[TranslationState]) -> tuple[Tally, ...]:
    """Return a tally of each page, in the order of the report, and last that of them all."""
    found = tuple(states)
    pages: dict[str, list[TranslationState]] = {}
    for standing in found:
        pages.setdefault(standing.pair.page, []).append(standing)
    return (*(tally(own, page) for page, own in pages.items()), tally(found))


def tally(states: Iterable[TranslationState], page: str | None = None) -> Tally:
    """Return how many of some blocks are in each state.

    >>> tally(()).total, tally(()).is_done
    (0, True)
    """
    found = tuple(states)
    counted = Counter(standing.state for standing in found)
    outdated = sum(standing.is_outdated for standing in found)
    return Tally(page, {state: counted[state] for state in State}, outdated)
