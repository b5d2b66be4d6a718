"""The rules for the English of the report; each finding has its own rule's id.

Source: docs/reference/translation.md.
"""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.finding import Finding
from mingbai.translation.quality import check_edition


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is not None:
        yield from check_edition(tree.library)


TRANSLATION = Rule("translation", _find)
