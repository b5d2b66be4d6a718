"""Macro calls on pages: their names, arguments and ids."""

import re
from collections.abc import Iterator
from typing import Any

from mingbai.cache.memo import NO_MEMO
from mingbai.checks.model import Rule, Sheet, Tree
from mingbai.errors import Location, MingbaiError, ProjectInvalid
from mingbai.finding import Finding
from mingbai.glossary import ChineseIndex
from mingbai.language import LANGUAGES
from mingbai.locales import say
from mingbai.report.pages.markdown import without_code
from mingbai.report.pages.pagefile import MarkdownBlock
from mingbai.site.compose.document import PageView
from mingbai.site.compose.macros import Macros, braces_error, left_over
from mingbai.site.views.glossary import first_uses
from mingbai.site.views.view import View, view_of

_CALL = re.compile(
    r"(?<!\\)(?:\{\{(?:(?!\{\{|\}\}).)*\}\}|\{%(?:(?!\{%|%\}).)*%\}|\{%"
    r"|\{#(?![\w-]+[ }])(?:(?!\{#|#\}).)*#\})",
    re.DOTALL,
)


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is None:
        return
    macros = Macros(tree.project.root / "overrides" / "macros")
    terms = tree.library.terms
    uses = first_uses(terms, tree.library.zh, ChineseIndex(terms), NO_MEMO)
    views = {language: view_of(tree.library, language, uses) for language in LANGUAGES}
    for sheet in tree.sheets:
        for block in sheet.page.blocks:
            yield from _in_block(sheet, block, macros, _seen(views[sheet.language]))


def _seen(view: View) -> dict[str, Any]:
    """Return what a macro may see, as on a home page."""
    page = PageView("", (), "")
    return {
        "language": view.language,
        "site": view,
        "say": say,
        "root": "",
        "top": "",
        "page": page,
    }


def _in_block(
    sheet: Sheet, block: MarkdownBlock, macros: Macros, view: dict[str, Any]
) -> Iterator[Finding]:
    prose = without_code(block.markdown)
    at = left_over(prose)
    if at is not None:
        before = block.markdown[:at]
        error = braces_error(Location(sheet.file.path, block.line + before.count("\n")))
        column = at - before.rfind("\n")
        yield Finding(
            error.location or sheet.place(block),
            MACROS.id,
            error.message,
            error.todo,
            column=column,
        )
    for call in _CALL.finditer(prose):
        before = block.markdown[: call.start()]
        written = block.markdown[call.start() : call.end()]
        place = Location(sheet.file.path, block.line + before.count("\n"))
        try:
            macros.render(written, place, view)
        except ProjectInvalid:  # the macro's own file is broken: `templates` reports it
            return
        except MingbaiError as error:
            column = len(before) - (before.rfind("\n") + 1) + 1
            yield Finding(place, MACROS.id, error.message, error.todo, column=column)


MACROS = Rule("macros", _find)
