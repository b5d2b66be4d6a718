"""Templates and macros can be read."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.finding import Finding
from mingbai.site.compose.templates import broken_templates


def _find(tree: Tree) -> Iterator[Finding]:
    for error in broken_templates(tree.project.root):
        if error.location is not None:
            yield Finding(error.location, TEMPLATES.id, error.message, error.todo)


TEMPLATES = Rule("templates", _find)
