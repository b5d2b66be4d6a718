"""The state of each block's English: its record in the ledger compared with the texts."""

from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.content.ledger import Ledger, Record, State, digest
from mingbai.content.pairing import Pair


@dataclass(frozen=True, slots=True)
class TranslationState:
    """A block and its state as the texts are now."""

    pair: Pair
    state: State
    record: Record | None

    @property
    def is_outdated(self) -> bool:
        """Whether the Chinese changed since the record was made; a locked block may be so too."""
        return self.record is not None and self.record.chinese != digest(self.pair.chinese)


def translation_states(pairs: Iterable[Pair], ledger: Ledger) -> tuple[TranslationState, ...]:
    """Return the state of each block, in the order given."""
    found = ((pair, ledger.records.get(pair.id)) for pair in pairs)
    return tuple(TranslationState(pair, _state(pair, record), record) for pair, record in found)


def _state(pair: Pair, record: Record | None) -> State:
    if pair.english is None:
        return State.UNTRANSLATED
    if record is None:
        return State.EDITED
    if record.state is State.LOCKED:
        return State.LOCKED
    if record.chinese != digest(pair.chinese):
        return State.STALE
    if record.english != digest(pair.english):
        return State.EDITED
    return record.state
