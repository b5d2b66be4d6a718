"""Every claim about the report names its source, and the source says the same.

Titles, summaries, takeaways, headings, items, rows and paragraphs are compared with the paragraphs
that they name by ``{{ source("p9-2") }}``. Source: docs/reference/checks.md.
"""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Sheet, Tree
from mingbai.checks.texts.parts import Part, parts
from mingbai.checks.texts.statements import Statement, body, cited, front, kind_of
from mingbai.content.library import Library
from mingbai.finding import Finding, Level
from mingbai.glossary import ChineseIndex
from mingbai.language import Language
from mingbai.messages import tell
from mingbai.translation.quality.model import Subject
from mingbai.translation.quality.order import is_sound, labelled
from mingbai.translation.statements import Proof, Wrong, unsupported
from mingbai.translation.statements.proof import unproved

_LISTS = {"topic", "route"}
"""Kinds of pages on which every item of a list is a claim, with numbers or without."""
_ABOUT_THE_SITE = {None, "page", "glossary"}
"""Kinds of pages whose numbers need no source, as long as they name no paragraph at all."""
_OF_PAGE = {"title", "summary", "description"}
_WHERE = "Write it as the paragraph does, or name the paragraph that states it."
_SAID = {
    "value": "“{claimed}” is not in {where}.",
    "near": "“{claimed}” is not in {where}, which has “{proof}”.",
    "thing": "“{claimed}” combines a number with the wrong thing: {where} has “{proof}”.",
    "kind": "“{claimed}” is no such number: {where} has “{proof}” in another part of the report.",
    "bound": "“{claimed}” has a different bound than {where}: “{proof}”.",
    "unit": "“{claimed}” counts something else than {where}: “{proof}”.",
    "direction": "“{claimed}” has the opposite direction of {where}: “{proof}”.",
    "scope": "“{claimed}” is about a different place than {where}: “{proof}”.",
    "period": "“{claimed}” is about a different length of time than {where}: “{proof}”.",
    "negation": "“{claimed}” and {where} differ in a negation: “{proof}”.",
    "group": "“{claimed}” is about a larger group than {where}: “{proof}”.",
}


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is None:
        return
    known = _Known(tree, tree.library)
    for sheet in tree.sheets:
        named = tuple(one.text for one in known.named if one.page == sheet.path)
        for statement in (*front(sheet), *_with_headings(sheet)):
            yield from _checked(statement, sheet, known, named)


class _Known:
    """The report's blocks in both languages, and what is known of them."""

    def __init__(self, tree: Tree, library: Library) -> None:
        self.year = library.edition.year
        self.parts = parts(tree.report, self.year)
        self.said = {language: _said(library, language) for language in ("zh", "en")}
        self.named = library.names
        pages = tree.manifest.pages if tree.manifest else ()
        self._labels = labelled(library.figures)
        self._glossary = ChineseIndex(library.terms)
        self.blocks_of = {page.path: tuple(block.id for block in page.blocks) for page in pages}

    def is_sound(self, id_: str, language: str) -> bool:
        """Return whether a block has the numbers of its Chinese; else another rule reports it."""
        if not Language(language).is_english:
            return True
        chinese = self.said["zh"][id_]
        terms = {match.term.zh: match.term for match in self._glossary.find(chinese)}
        labels = self._labels.get(int(id_[1:].partition("-")[0]), ())
        return is_sound(
            Subject(chinese, self.said["en"][id_], terms=tuple(terms.values()), labels=labels)
        )

    def proofs(self, ids: tuple[str, ...], language: str) -> tuple[Proof, ...] | None:
        """Return the paragraphs; None if one does not exist, which another rule reports."""
        said = self.said[language]
        if not all(id_ in said for id_ in ids):
            return None
        return tuple(
            Proof(id_, said[id_], self.parts.get(id_, Part(None, None)).kind) for id_ in ids
        )


def _said(library: Library, language: str) -> dict[str, str]:
    """Return the words of the report's blocks by id, in the language as far as they are in it."""
    pages = [library.en.get(p.path, p) if Language(language).is_english else p for p in library.zh]
    return {block.id: block.source.words for page in pages for block in page.blocks if block.id}


def _with_headings(sheet: Sheet) -> Iterator[Statement]:
    """Yield the statements of a page; the sources under a heading prove the heading too."""
    statements = tuple(body(sheet))
    for at, one in enumerate(statements):
        if not one.sort.startswith("heading"):
            yield one
            continue
        ids: list[str] = []
        for other in statements[at + 1 :]:
            if other.sort.startswith("heading") and other.sort <= one.sort:
                break
            ids += other.ids
        yield Statement(one.sort, one.text, tuple(dict.fromkeys(ids)), one.location)


def _checked(
    statement: Statement, sheet: Sheet, known: _Known, named: tuple[str, ...]
) -> Iterator[Finding]:
    ids = statement.ids
    if sheet.is_report and statement.sort in _OF_PAGE:
        ids = known.blocks_of.get(sheet.path, ())
    if not ids:
        yield from _without_source(statement, sheet, named)
        return
    proofs = known.proofs(ids, sheet.language)
    if proofs is None:
        return
    for text, aside in _texts(statement):
        for wrong in unsupported(text, proofs, sheet.language, aside):
            is_named = any(name in wrong.claimed for name in named)
            if not is_named and all(known.is_sound(id_, sheet.language) for id_ in ids):
                yield _finding(statement, wrong, ids)


def _texts(statement: Statement) -> Iterator[tuple[str, str]]:
    """Yield the words to be proved; of a row each cell with the row's heading, and its column's."""
    if statement.sort != "row":
        yield statement.text, ""
        return
    first, *cells = statement.text.split(" | ")
    if not any(cell.strip() for cell in cells):
        yield first, ""
    for at, cell in enumerate(cells, 1):
        if cell.strip():
            column = statement.columns[at] if at < len(statement.columns) else ""
            yield f"{first} {cell}", column


def _without_source(
    statement: Statement, sheet: Sheet, named: tuple[str, ...]
) -> Iterator[Finding]:
    kind = kind_of(sheet)
    if statement.sort == "item" and kind in _LISTS and not statement.is_link:
        message = tell("The claim names no paragraph of the report.")
        todo = tell('End it with {{ source("p9-2") }}, the paragraph that says so.')
        yield Finding(statement.location, CLAIMS.id, message, todo)
        return
    if kind in _ABOUT_THE_SITE and not sheet.is_report and not cited(sheet):
        return
    for found in unproved(statement.text, sheet.language):
        if found.text not in named:
            message = tell("The number {number} has no source.", number=found.text)
            todo = tell(
                'Put {{ source("p9-2") }} after it; or declare it in data/names.yml, with page:.'
            )
            yield Finding(statement.location, CLAIMS.id, message, todo)


def _finding(statement: Statement, wrong: Wrong, ids: tuple[str, ...]) -> Finding:
    where = ", ".join(ids) if len(ids) < 6 else tell("the paragraphs of this page")  # noqa: PLR2004
    what = "near" if wrong.what == "value" and wrong.proof else wrong.what
    message = tell(_SAID[what], claimed=wrong.claimed, proof=wrong.proof, where=where)
    if wrong.what == "negation":
        todo = tell("Check whether it says the opposite.")
        return Finding(statement.location, "negation-lost", message, todo, Level.WARNING)
    return Finding(statement.location, CLAIMS.id, message, tell(_WHERE))


CLAIMS = Rule("claims", _find)
