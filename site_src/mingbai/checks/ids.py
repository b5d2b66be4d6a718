"""The manifest gives every block of the report its permanent id, so that links do not break."""

import json
from collections.abc import Iterator
from pathlib import Path

from mingbai.checks.model import Rule, Tree
from mingbai.digest import exact_digest
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.messages import tell
from mingbai.report.pages.manifest import NAME


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.manifest is None or not tree.report:
        return
    path = tree.project.zh.relative_to(tree.project.root) / NAME
    pinned = [block.id for page in tree.manifest.pages for block in page.blocks]
    derived = [block.id for block in tree.report]
    lines = (tree.project.root / path).read_text(encoding="utf-8").split("\n")
    if pinned == derived:
        yield from _wrong_digests(tree, path, lines)
        return
    for at, (old, new) in enumerate(zip([*pinned, ""], [*derived, ""], strict=False)):
        if old != new:
            line = _line_of(lines, old or pinned[at - 1])
            what = tell("The block {id} is missing.", id=new)
            if old:
                what = tell("The report has no block {id}.", id=old)
            if old and new:
                what = tell("The block {new} has the id {old}.", new=new, old=old)
            todo = tell("Restore this file from version control: published links use the ids.")
            yield Finding(Location(path, line), IDS.id, what, todo)
            return


def _wrong_digests(tree: Tree, path: Path, lines: list[str]) -> Iterator[Finding]:
    """Yield a finding for each hash that is not that of what `split` wrote."""
    if tree.manifest is None:
        return
    todo = tell("Restore this file from version control; nobody edits it by hand.")
    said = {block.id: exact_digest(block.text) for block in tree.report}
    for page in tree.manifest.pages:
        for block in page.blocks:
            if block.hash != said[block.id]:
                line = _line_of(lines, block.id)
                at = next(n for n in range(line, len(lines)) if '"hash"' in lines[n]) + 1
                message = tell(
                    "The hash of {id} does not match its words in the source.", id=block.id
                )
                yield Finding(Location(path, at), IDS.id, message, todo)


def _line_of(lines: list[str], id_: str) -> int:
    key = f'"id": {json.dumps(id_)}'
    return next((number for number, line in enumerate(lines, 1) if key in line), 1)


IDS = Rule("ids", _find)
