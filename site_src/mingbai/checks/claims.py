"""What editors claim of the report has its source, and the numbers of the claim stand there.

A claim is a takeaway of a report page, or an item of a list on a topic's or a route's page; it ends
with ``{{ source("p9-2") }}``. Source: docs/reference/checks.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.checks.model import Rule, Sheet, Tree
from mingbai.content.library import Library
from mingbai.errors import Location
from mingbai.figures import Found, Kind, find, find_en, same_unit
from mingbai.finding import Finding
from mingbai.language import Language
from mingbai.report.pages.markdown import words

_SOURCE = re.compile(r"\{\{\s*source\(([^{}]*?)\)\s*\}\}")
_ID = re.compile(r"[\"'](p\d+(?:-\d+)?)[\"']")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+(.*)$")
_LINK_ALONE = re.compile(r"^\[[^\]]*\]\([^)]*\)[.。]?$")
_KINDS = {"topic", "route"}


@dataclass(frozen=True, slots=True)
class Claim:
    """Words of the editors, and the blocks of the report that they rest on."""

    text: str
    ids: tuple[str, ...]
    location: Location


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is None:
        return
    for sheet in tree.sheets:
        said = _said(tree.library, sheet.language)
        for claim in _claims(sheet):
            if not claim.ids:
                message = "The claim names no paragraph of the report."
                todo = 'End it with {{ source("p9-2") }}, the paragraph that says so.'
                yield Finding(claim.location, CLAIMS.id, message, todo)
            elif all(id_ in said for id_ in claim.ids):
                yield from _unproved(claim, said, sheet.language, tree.library.edition.year)


def _said(library: Library, language: Language) -> dict[str, str]:
    """Return the words of the report's blocks by id, in the language as far as they are in it."""
    pages = [language.pick(p, library.en.get(p.path, p)) for p in library.zh]
    return {block.id: block.source.words for page in pages for block in page.blocks if block.id}


def _claims(sheet: Sheet) -> Iterator[Claim]:
    data = sheet.front.data if sheet.front and isinstance(sheet.front.data, dict) else {}
    for at, takeaway in enumerate(data.get("takeaways") or ()):
        if isinstance(takeaway, dict) and {"text", "paragraph"} <= takeaway.keys():
            place = sheet.field("takeaways", at, "text")
            yield Claim(str(takeaway["text"]), (str(takeaway["paragraph"]),), place)
    if data.get("kind") not in _KINDS:
        return
    start = sheet.page.front_matter.count("\n") + 2
    for number, line in enumerate(sheet.file.lines[start:], start + 1):
        item = _ITEM.match(line)
        if item and not _LINK_ALONE.match(item[1].strip()):
            ids = tuple(id_ for call in _SOURCE.findall(line) for id_ in _ID.findall(call))
            text = words(_SOURCE.sub("", item[1]))
            yield Claim(text, ids, Location(sheet.file.path, number))


def _unproved(
    claim: Claim, said: dict[str, str], language: Language, year: int
) -> Iterator[Finding]:
    """Yield a finding for each number of a claim that its paragraphs do not have."""
    grammar = language.pick(find, find_en)
    proof = [found for id_ in claim.ids for found in grammar(said[id_])]
    for found in grammar(claim.text):
        if found.kind is Kind.NAME or (found.kind is Kind.YEAR and found.value in {year, year - 1}):
            continue
        if not any(_is_same(found, other) for other in proof):
            where = ", ".join(claim.ids)
            message = f"The number {found.text} does not stand in {where}."
            todo = "Write it as the paragraph does, or name the paragraph that has it."
            yield Finding(claim.location, CLAIMS.id, message, todo)


def _is_same(claimed: Found, proof: Found) -> bool:
    return claimed.value == proof.value and (
        claimed.unit == proof.unit or same_unit(claimed.unit, proof.unit)
    )


CLAIMS = Rule("claims", _find)
