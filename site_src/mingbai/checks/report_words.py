"""The Chinese pages contain the report word for word: joined, they are the source text."""

import difflib
from collections.abc import Iterator

from mingbai.checks.model import Rule, Sheet, Tree
from mingbai.errors import Location, MingbaiError
from mingbai.finding import Finding
from mingbai.messages import tell
from mingbai.report.pages.join import join
from mingbai.report.pages.manifest import NAME, Manifest
from mingbai.report.pages.pagefile import MarkdownBlock

_SHOWN = 12
"""Characters of the report that a message quotes."""


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.manifest is None or not tree.report:
        return
    folder = tree.project.zh.relative_to(tree.project.root)
    said = {block.id: block.text for block in tree.report}
    sheets = {sheet.path: sheet for sheet in tree.sheets if not sheet.language.is_english}
    is_clean = True
    for record in tree.manifest.pages:
        expected = [said.get(block.id, "") for block in record.blocks]
        sheet = sheets.get(record.path)
        if sheet is None:
            place = Location(folder / record.path, 1)
            message = tell("This page of the report is missing.")
            todo = tell("Restore it from version control; a page's address must not change.")
            yield Finding(place, REPORT_WORDS.id, message, todo)
            is_clean = False
            continue
        for finding in _differences(sheet, expected):
            yield finding
            is_clean = False
    if is_clean and not _joins(tree, tree.manifest, sheets):
        place = Location(folder / NAME, 1)
        message = tell("The white space between the report's blocks differs from the source text.")
        todo = tell("Restore this file from version control; nobody edits it by hand.")
        yield Finding(place, REPORT_WORDS.id, message, todo)


def _joins(tree: Tree, manifest: Manifest, sheets: dict[str, Sheet]) -> bool:
    try:
        return join({path: s.file.text for path, s in sheets.items()}, manifest) == tree.source
    except MingbaiError:
        return False


def _differences(sheet: Sheet, expected: list[str]) -> Iterator[Finding]:
    found = sheet.page.report_blocks
    matcher = difflib.SequenceMatcher(None, expected, [b.words for b in found], autojunk=False)
    for kind, start, end, at, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        for wanted, block in zip(expected[start:end], found[at:stop], strict=False):
            yield _changed(sheet, wanted, block)
        both = min(end - start, stop - at)
        for wanted in expected[start + both : end]:
            yield _missing(sheet, wanted, found, at + both)
        for block in found[at + both : stop]:
            message = tell("These words are not in the report: {words}", words=_short(block.words))
            todo = tell(
                "Put your own words into a marked block: !!! note, indented by four spaces."
            )
            yield Finding(sheet.place(block), REPORT_WORDS.id, message, todo, column=1)


def _changed(sheet: Sheet, wanted: str, block: MarkdownBlock) -> Finding:
    """Return the finding on a block that says something else than the report."""
    words = block.words
    same = next(
        (n for n, (a, b) in enumerate(zip(wanted, words, strict=False)) if a != b),
        min(len(wanted), len(words)),
    )
    start = max(same - 4, 0)
    report, page = _short(wanted[start:]), _short(words[start:])
    message = tell("The report says {report} The page says {page}", report=report, page=page)
    line, column = _position(block, words[start:same])
    place = Location(sheet.file.path, block.line + line)
    todo = tell("Copy the report's words from data/source/; nobody edits its text.")
    return Finding(place, REPORT_WORDS.id, message, todo, column=column)


def _position(block: MarkdownBlock, before: str) -> tuple[int, int]:
    """Return how many lines below the block's first, and in which column, it differs."""
    at = block.markdown.find(before) + len(before) if before else 0
    head = block.markdown[:at]
    return head.count("\n"), at - (head.rfind("\n") + 1) + 1


def _missing(sheet: Sheet, wanted: str, found: tuple[MarkdownBlock, ...], at: int) -> Finding:
    line = found[at].line if at < len(found) else len(sheet.file.text.rstrip("\n").split("\n"))
    message = tell("Words of the report are missing here: {words}", words=_short(wanted))
    todo = tell("Copy them from data/source/ into a paragraph of their own.")
    return Finding(Location(sheet.file.path, line), REPORT_WORDS.id, message, todo)


def _short(text: str) -> str:
    return f"“{text}”." if len(text) <= _SHOWN else f"“{text[:_SHOWN]}…”."


REPORT_WORDS = Rule("report-words", _find)
