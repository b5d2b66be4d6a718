"""The editors' own pages say the same in both languages, block by block.

Both have the same headings with the same anchors, as many items and rows, and the same sources;
`translation.statements.own` compares their texts. Source: docs/reference/checks.md.
"""

import itertools
import re
from collections.abc import Iterator

from mingbai.checks.model import Rule, Sheet, Tree
from mingbai.checks.texts.statements import Statement, body, cited
from mingbai.finding import Finding, Level
from mingbai.glossary import ChineseIndex
from mingbai.messages import tell
from mingbai.translation.statements.own import disagreements

_SAME = "Say the same in both languages."
_SOURCES = "The sources differ: {zh} in Chinese, {en} in English."
_ANCHORS = "The anchors differ: {zh} in Chinese, {en} in English."
_UNMERGED = re.compile(r"^(?:<{7}|={7}|>{7})", re.MULTILINE)
_NO_SENTENCES = ("heading", "head", "row")


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is None:
        return
    glossary = ChineseIndex(tree.library.terms)
    chinese = {sheet.path: sheet for sheet in tree.sheets if not sheet.language.is_english}
    for sheet in tree.sheets:
        if sheet.language.is_english and sheet.path in chinese:
            yield from _page(chinese[sheet.path], sheet, glossary)


def _page(zh: Sheet, en: Sheet, glossary: ChineseIndex) -> Iterator[Finding]:
    is_of_report = en.is_report or bool(cited(zh)) or bool(cited(en))
    if any(_UNMERGED.search(sheet.file.text) for sheet in (zh, en)):
        return  # another rule reports it
    ours, theirs = _blocks(zh), _blocks(en)
    for before, after in itertools.zip_longest(ours, theirs):
        if before is None or after is None or before[0].sort != after[0].sort:
            yield _other_block(before, after, theirs, en)
            return
        if len(before) != len(after):
            message = tell(
                "The Chinese has {zh} items or rows here, but the English has {en}.",
                zh=len(before),
                en=len(after),
            )
            yield Finding(after[0].location, BOTH_LANGUAGES.id, message, tell(_SAME))
            continue
        for one, other in zip(before, after, strict=True):
            yield from _pair(one, other, glossary, is_of_report=is_of_report)


def _blocks(sheet: Sheet) -> list[list[Statement]]:
    """Return the statements of a page by block: a list, a table, a heading, a paragraph."""
    said = (one for one in body(sheet) if one.sort != "macro")
    grouped = itertools.groupby(said, key=lambda one: one.start)
    return [list(block) for _, block in grouped]


def _other_block(
    before: list[Statement] | None,
    after: list[Statement] | None,
    theirs: list[list[Statement]],
    sheet: Sheet,
) -> Finding:
    """Return the finding at the first block that the other language does not have."""
    shown = after or (theirs[-1] if theirs else None)
    place = shown[0].location if shown else sheet.field()
    zh, en = (
        tell("“{text}”", text=block[0].text[:40]) if block else tell("nothing")
        for block in (before, after)
    )
    message = tell(
        "The languages differ from here on: the Chinese has {zh}, the English has {en}.",
        zh=zh,
        en=en,
    )
    todo = tell("Write the same headings, paragraphs, lists and tables in both languages.")
    return Finding(place, BOTH_LANGUAGES.id, message, todo)


def _pair(
    one: Statement, other: Statement, glossary: ChineseIndex, *, is_of_report: bool
) -> Iterator[Finding]:
    for what, ours, theirs in (
        (_SOURCES, one.ids, other.ids),
        (_ANCHORS, (one.anchor,), (other.anchor,)),
    ):
        if ours != theirs:
            zh, en = (", ".join(x) or tell("none") for x in (ours, theirs))
            message, todo = tell(what, zh=zh, en=en), tell("Write the same in both languages.")
            yield Finding(other.location, BOTH_LANGUAGES.id, message, todo)
    if not one.text or not other.text:
        return
    is_heading = one.sort.startswith(_NO_SENTENCES)
    for found in disagreements(
        one.text, other.text, glossary, is_heading=is_heading, is_of_report=is_of_report
    ):
        place = one.location if not found.side.is_english else other.location
        if found.rule == "negation-lost":
            todo = tell("Check whether one of them says the opposite.")
            yield Finding(place, found.rule, found.message, todo, Level.WARNING)
        else:
            yield Finding(place, BOTH_LANGUAGES.id, found.message, tell(_SAME))


BOTH_LANGUAGES = Rule("both-languages", _find)
