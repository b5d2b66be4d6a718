"""The English front matter says the same as the Chinese: title, summary and takeaways.

Both have the same numbers and name the same paragraphs in the same order; no Chinese is left.
Source: docs/reference/checks.md.
"""

import re
from collections.abc import Iterator

from mingbai.checks.model import Rule, Sheet, Tree
from mingbai.checks.texts.statements import cited
from mingbai.finding import Finding, Level
from mingbai.glossary import ChineseIndex
from mingbai.messages import tell
from mingbai.translation.statements.own import disagreements

_HAN = re.compile(r"[\u4e00-\u9fff]")
_FIELDS = ("title", "summary", "description")


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is None:
        return
    glossary = ChineseIndex(tree.library.terms)
    known = {topic.id for topic in tree.library.topics}
    chinese = {sheet.path: sheet for sheet in tree.sheets if not sheet.language.is_english}
    for sheet in tree.sheets:
        if sheet.language.is_english and sheet.path in chinese:
            yield from _against(chinese[sheet.path], sheet, glossary)
            yield from _topics(chinese[sheet.path], sheet, known)


def _against(zh: Sheet, sheet: Sheet, glossary: ChineseIndex) -> Iterator[Finding]:
    chinese, english = zh.data, sheet.data
    for name in _FIELDS:
        ours, theirs = chinese.get(name), english.get(name)
        if isinstance(ours, str) and isinstance(theirs, str) and ours and theirs:
            yield from _said((zh, sheet), (name,), (ours, theirs), glossary)
        if ours and not theirs and english:
            message = tell("The Chinese page has a {field}, but the English has none.", field=name)
            todo = tell("Translate it.")
            yield Finding(sheet.field(), FRONT_MATTER.id, message, todo, Level.WARNING)
    yield from _takeaways(zh, sheet, glossary)


def _topics(zh: Sheet, sheet: Sheet, known: set[str]) -> Iterator[Finding]:
    """Yield a finding where the topics differ; one that is not declared is another rule's."""
    ours, theirs = (_words(one.data.get("topics")) for one in (zh, sheet))
    if sheet.data and set(ours) != set(theirs) and {*ours, *theirs} <= known:
        message = tell(
            "The topics are {en}, but those of the Chinese page are {zh}.",
            en=_listed(theirs),
            zh=_listed(ours),
        )
        todo = tell("Name the same topics on both pages.")
        yield Finding(sheet.field("topics"), FRONT_MATTER.id, message, todo)


def _words(said: object) -> list[str]:
    return [str(one) for one in said] if isinstance(said, list) else []


def _listed(words: list[str]) -> str:
    return ", ".join(words) or tell("none")


def _said(
    sheets: tuple[Sheet, Sheet],
    way: tuple[str | int, ...],
    said: tuple[str, str],
    glossary: ChineseIndex,
) -> Iterator[Finding]:
    chinese, english = sheets
    ours, theirs = said
    place = english.field(*way)
    if _HAN.search(theirs):
        message = tell("The {field} still contains Chinese.", field=way[0])
        yield Finding(place, FRONT_MATTER.id, message, tell("Translate it."))
        return
    is_of_report = english.is_report or bool(cited(english))
    for one in disagreements(
        ours, theirs, glossary, is_heading=way[0] == "title", is_of_report=is_of_report
    ):
        where = chinese.field(*way) if not one.side.is_english else place
        message = tell("In {field}: {message}", field=way[0], message=one.message)
        if one.rule == "negation-lost":
            todo = tell("Check whether one of them says the opposite.")
            yield Finding(where, one.rule, message, todo, Level.WARNING)
        else:
            todo = tell("Say the same in both languages.")
            yield Finding(where, FRONT_MATTER.id, message, todo)


def _takeaways(zh: Sheet, sheet: Sheet, glossary: ChineseIndex) -> Iterator[Finding]:
    ours, theirs = (one.data.get("takeaways") for one in (zh, sheet))
    lists = [said if isinstance(said, list) else [] for said in (ours, theirs)]
    chinese, english = ([item for item in x if isinstance(item, dict)] for x in lists)
    pointed = [[item.get("paragraph") for item in x] for x in (chinese, english)]
    if pointed[0] != pointed[1]:
        message = tell(
            "The takeaways point to {en}, but those of the Chinese page point to {zh}.",
            en=_listed(_words(pointed[1])),
            zh=_listed(_words(pointed[0])),
        )
        todo = tell("Write the same takeaways in the same order.")
        yield Finding(sheet.field("takeaways"), FRONT_MATTER.id, message, todo)
        return
    for at, both in enumerate(zip(chinese, english, strict=True)):
        texts = (str(both[0].get("text", "")), str(both[1].get("text", "")))
        yield from _said((zh, sheet), ("takeaways", at, "text"), texts, glossary)


FRONT_MATTER = Rule("front-matter", _find)
