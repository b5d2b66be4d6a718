"""English that is missing or older than its Chinese."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.content.ledger import State
from mingbai.content.pairing import pairs
from mingbai.content.state import translation_states
from mingbai.finding import Finding, Level
from mingbai.messages import tell


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is None:
        return
    for block in translation_states(pairs(tree.library), tree.library.ledger):
        pair = block.pair
        if pair.page not in tree.library.en:
            continue
        if block.is_outdated:
            message = tell("The Chinese of {id} is newer than this English.", id=pair.id)
            todo = tell(
                "Correct it; or, if it is still right, run: mingbai translate --still-valid {id}.",
                id=pair.id,
            )
        elif block.state is State.UNTRANSLATED:
            message = tell("{id} has no English yet.", id=pair.id)
            todo = tell("Translate it, or draft it: mingbai translate.")
        else:
            continue
        yield Finding(pair.location, STALENESS.id, message, todo, Level.WARNING)


STALENESS = Rule("staleness", _find)
