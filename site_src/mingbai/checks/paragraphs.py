"""The ``paragraphs`` in a page's front matter are those on the page."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.finding import Finding
from mingbai.messages import tell


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.manifest is None:
        return
    known = {
        page.path: list(dict.fromkeys(int(b.id[1:].split("-")[0]) for b in page.blocks))
        for page in tree.manifest.pages
    }
    for sheet in tree.sheets:
        if "paragraphs" not in sheet.data:
            continue
        wanted = known.get(sheet.path, [])
        if sheet.data["paragraphs"] != wanted:
            message = tell("The page contains the report's paragraphs {numbers}.", numbers=wanted)
            todo = tell("Write paragraphs: {numbers}.", numbers=wanted)
            yield Finding(sheet.field("paragraphs"), PARAGRAPHS.id, message, todo)


PARAGRAPHS = Rule("paragraphs", _find)
