"""English that is missing, or older than its Chinese."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.content.ledger import State
from mingbai.content.pairing import pairs
from mingbai.content.state import translation_states
from mingbai.finding import Finding, Level


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is None:
        return
    for standing in translation_states(pairs(tree.library), tree.library.ledger):
        pair = standing.pair
        if pair.page not in tree.library.en:
            continue
        if standing.is_outdated:
            message = f"{pair.id}: the Chinese changed since this English was made."
            todo = f"Mend it, or say: mingbai translate --still-valid {pair.id}."
        elif standing.state is State.UNTRANSLATED:
            message = f"{pair.id} has no English yet."
            todo = "Translate it, or draft it: mingbai translate."
        else:
            continue
        yield Finding(pair.location, STALENESS.id, message, todo, Level.WARNING)


STALENESS = Rule("staleness", _find)
