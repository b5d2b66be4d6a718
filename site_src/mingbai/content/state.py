"""The state of each block's English, from its record in the ledger and the current texts."""

from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.content.ledger import Ledger, Record, State
from mingbai.content.pairing import Pair
from mingbai.digest import words_digest


@dataclass(frozen=True, slots=True)
class TranslationState:
    """A block and its current state."""

    pair: Pair
    state: State
    record: Record | None

    @property
    def is_outdated(self) -> bool:
        """Whether the English is older than the Chinese; a locked block can be outdated too."""
        if self.record is None:
            return False
        return self.state is State.STALE or self.record.chinese != words_digest(self.pair.chinese)


def translation_states(pairs: Iterable[Pair], ledger: Ledger) -> tuple[TranslationState, ...]:
    """Return the state of each block, in the order given."""
    found = ((pair, ledger.records.get(pair.id)) for pair in pairs)
    return tuple(TranslationState(pair, _state(pair, record), record) for pair, record in found)


def _state(pair: Pair, record: Record | None) -> State:
    if pair.english is None:
        return State.UNTRANSLATED
    if record is None or record.state is State.LOCKED:
        return State.EDITED if record is None else State.LOCKED
    if record.chinese != words_digest(pair.chinese):
        return State.STALE
    english = words_digest(pair.english)
    if record.english == english:
        return record.state
    if record.state is State.MACHINE and record.previous == english:
        return State.STALE  # a run was killed before it wrote the page, which has the old draft
    return State.EDITED
