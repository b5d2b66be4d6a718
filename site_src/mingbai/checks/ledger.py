"""The ledger is complete: no record was deleted or edited by hand."""

import contextlib
from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.content.ledger import Ledger, Record
from mingbai.content.ledger.jsonl import read_lines
from mingbai.content.ledger.store import ledger_path, unsigned
from mingbai.errors import Location, MingbaiError
from mingbai.finding import Finding
from mingbai.messages import tell


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.manifest is None:
        return
    path = ledger_path(tree.project)
    placed: tuple[tuple[Record, Location], ...] = ()
    with contextlib.suppress(MingbaiError):  # `schema` reports a damaged line
        placed = read_lines(path, Record)
    own = path.relative_to(tree.project.root)
    first: dict[str, int | None] = {}
    pages = {block.id: page.path for page in tree.manifest.pages for block in page.blocks}
    for record, location in placed:
        first.setdefault(record.page, location.line)
        if pages.get(record.id) != record.page:
            what = tell("{page} has no block {id}.", page=record.page, id=record.id)
            todo = tell("Restore the line from version control, or run: mingbai status --record.")
            yield Finding(Location(own, location.line), LEDGER.id, what, todo)
    ledger = Ledger({record.id: record for record, _ in placed})
    for page, what in unsigned(ledger, tree.manifest):
        message = tell(
            "The records of {page} are not those that were written last. {what}",
            page=page,
            what=what,
        )
        todo = tell(
            "Restore data/translations.jsonl and .report.json from version control. After a merge"
            " of two branches, run: mingbai status --record."
        )
        yield Finding(Location(own, first.get(page, 1)), LEDGER.id, message, todo)


LEDGER = Rule("ledger", _find)
