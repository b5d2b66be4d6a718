"""Pages that stand in one language alone."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.errors import Location
from mingbai.finding import Finding, Level
from mingbai.language import LANGUAGES, Language


def _find(tree: Tree) -> Iterator[Finding]:
    paths = {(sheet.language, sheet.path) for sheet in tree.sheets}
    root = tree.project.root
    chinese, english = (tree.project.content(code).relative_to(root) for code in LANGUAGES)
    for sheet in tree.sheets:
        place = Location(sheet.file.path, 1)
        if not sheet.language.is_english and (Language.EN, sheet.path) not in paths:
            message = "The page has no English."
            todo = f"Write {english / sheet.path}, or draft it: mingbai translate."
            yield Finding(place, COUNTERPART.id, message, todo, Level.WARNING)
        elif sheet.language.is_english and (Language.ZH, sheet.path) not in paths:
            message = "There is no Chinese page of this name."
            todo = f"Rename it as its page in {chinese}, or remove it."
            yield Finding(place, COUNTERPART.id, message, todo)


COUNTERPART = Rule("counterpart", _find)
