"""Reviewed English stays unchanged until somebody records the change."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.content.ledger import State
from mingbai.content.pairing import pairs
from mingbai.digest import words_digest
from mingbai.finding import Finding
from mingbai.messages import tell


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is None:
        return
    for pair in pairs(tree.library):
        record = tree.library.ledger.records.get(pair.id)
        if record is None or record.state is not State.REVIEWED or pair.english is None:
            continue
        if record.english != words_digest(pair.english):
            reviewer = record.reviewer or tell("somebody")
            message = tell(
                "The English of {id} has changed since {reviewer} reviewed it.",
                id=pair.id,
                reviewer=reviewer,
            )
            todo = tell("Restore it; or run: mingbai status --record, and have it reviewed again.")
            yield Finding(pair.location, REVIEWED_WORDS.id, message, todo)


REVIEWED_WORDS = Rule("reviewed-words", _find)
