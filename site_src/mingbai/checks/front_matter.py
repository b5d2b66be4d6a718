"""The English front matter says what the Chinese one says: its title, summary and takeaways.

The same numbers, the same paragraphs in the same order, and no Chinese left.
Source: docs/reference/checks.md.
"""

import re
from collections.abc import Iterator, Mapping

from mingbai.checks.model import Rule, Sheet, Tree
from mingbai.finding import Finding, Level
from mingbai.glossary import ChineseIndex
from mingbai.translation.quality.figures import differences
from mingbai.translation.quality.model import Subject

_HAN = re.compile(r"[\u4e00-\u9fff]")
_FIELDS = ("title", "summary", "description")


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is None:
        return
    glossary = ChineseIndex(tree.library.terms)
    chinese = {sheet.path: sheet for sheet in tree.sheets if not sheet.language.is_english}
    for sheet in tree.sheets:
        if sheet.language.is_english and sheet.path in chinese:
            yield from _against(_data(chinese[sheet.path]), sheet, glossary)


def _data(sheet: Sheet) -> Mapping[str, object]:
    data = sheet.front.data if sheet.front else None
    return data if isinstance(data, dict) else {}


def _against(
    chinese: Mapping[str, object], sheet: Sheet, glossary: ChineseIndex
) -> Iterator[Finding]:
    english = _data(sheet)
    for name in _FIELDS:
        ours, theirs = chinese.get(name), english.get(name)
        if isinstance(ours, str) and isinstance(theirs, str):
            yield from _said(sheet, (name,), (ours, theirs), glossary)
        if ours and not theirs and english:
            message = f"The Chinese page has a {name}, the English one has none."
            yield Finding(sheet.field(), FRONT_MATTER.id, message, "Translate it.", Level.WARNING)
    yield from _takeaways(chinese.get("takeaways"), english.get("takeaways"), sheet, glossary)


def _said(
    sheet: Sheet, way: tuple[str | int, ...], said: tuple[str, str], glossary: ChineseIndex
) -> Iterator[Finding]:
    ours, theirs = said
    place = sheet.field(*way)
    if _HAN.search(theirs):
        message = f"Chinese was left in the {way[0]}."
        yield Finding(place, FRONT_MATTER.id, message, "Translate it.")
        return
    terms = {match.term.zh: match.term for match in glossary.find(ours)}
    subject = Subject(ours, theirs, is_heading=False, terms=tuple(terms.values()), markdown=None)
    for difference in differences(subject):
        message = f"In {way[0]} a number does not agree with the Chinese page: {difference}."
        yield Finding(place, FRONT_MATTER.id, message, "Say the same number in both.")


def _takeaways(
    ours: object, theirs: object, sheet: Sheet, glossary: ChineseIndex
) -> Iterator[Finding]:
    lists = [said if isinstance(said, list) else [] for said in (ours, theirs)]
    chinese, english = ([item for item in x if isinstance(item, dict)] for x in lists)
    pointed = [[item.get("paragraph") for item in x] for x in (chinese, english)]
    if pointed[0] != pointed[1]:
        message = f"The takeaways point to {pointed[1]}, those of the Chinese page to {pointed[0]}."
        place = sheet.field("takeaways")
        yield Finding(place, FRONT_MATTER.id, message, "Write the same ones in the same order.")
        return
    for at, both in enumerate(zip(chinese, english, strict=True)):
        texts = (str(both[0].get("text", "")), str(both[1].get("text", "")))
        yield from _said(sheet, ("takeaways", at, "text"), texts, glossary)


FRONT_MATTER = Rule("front-matter", _find)
