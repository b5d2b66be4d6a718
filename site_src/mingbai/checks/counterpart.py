"""Pages that exist in only one language."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.errors import Location
from mingbai.finding import Finding, Level
from mingbai.language import LANGUAGES, Language
from mingbai.messages import tell


def _find(tree: Tree) -> Iterator[Finding]:
    paths = {(sheet.language, sheet.path) for sheet in tree.sheets}
    root = tree.project.root
    chinese, english = (tree.project.content(code).relative_to(root) for code in LANGUAGES)
    for sheet in tree.sheets:
        place = Location(sheet.file.path, 1)
        if not sheet.language.is_english and (Language.EN, sheet.path) not in paths:
            message = tell("The page has no English.")
            todo = tell("Write {page}, or draft it: mingbai translate.", page=english / sheet.path)
            yield Finding(place, COUNTERPART.id, message, todo, Level.WARNING)
        elif sheet.language.is_english and (Language.ZH, sheet.path) not in paths:
            message = tell("There is no Chinese page with this name.")
            todo = tell("Give it the name of its page in {folder}, or remove it.", folder=chinese)
            yield Finding(place, COUNTERPART.id, message, todo)


COUNTERPART = Rule("counterpart", _find)
