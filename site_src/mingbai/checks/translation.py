"""Rules for the English (docs/reference/translation.md); a finding has the id of its own rule."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.finding import Finding
from mingbai.translation.quality import check_edition


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is not None:
        yield from check_edition(tree.library)


TRANSLATION = Rule("translation", _find)
