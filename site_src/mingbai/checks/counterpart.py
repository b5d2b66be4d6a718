"""Pages that stand in one language alone."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.errors import Location
from mingbai.finding import Finding, Level


def _find(tree: Tree) -> Iterator[Finding]:
    paths = {(sheet.language, sheet.path) for sheet in tree.sheets}
    for sheet in tree.sheets:
        place = Location(sheet.file.path, 1)
        if sheet.language == "zh" and ("en", sheet.path) not in paths:
            message = "The page has no English."
            todo = f"Write content/en/{sheet.path}, or draft it: mingbai translate."
            yield Finding(place, COUNTERPART.id, message, todo, Level.WARNING)
        elif sheet.language == "en" and ("zh", sheet.path) not in paths:
            message = "There is no Chinese page of this name."
            todo = "Rename it as its page in content/zh, or remove it."
            yield Finding(place, COUNTERPART.id, message, todo)


COUNTERPART = Rule("counterpart", _find)
