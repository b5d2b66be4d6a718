"""HTML that a strict Content-Security-Policy refuses, or that could harm a reader."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.content.safety import TODO, forbidden_html
from mingbai.errors import Location
from mingbai.finding import Finding


def _find(tree: Tree) -> Iterator[Finding]:
    for file in tree.files:
        if file.path.suffix != ".jsonl":
            for found in forbidden_html(file.text):
                place = Location(file.path, found.line)
                yield Finding(place, FORBIDDEN_HTML.id, found.message, TODO, column=found.column)


FORBIDDEN_HTML = Rule("forbidden-html", _find)
