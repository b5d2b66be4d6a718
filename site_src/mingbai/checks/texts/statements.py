"""Splits the editors' own words into titles, headings, items, rows and paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.checks.model import Sheet
from mingbai.errors import Location
from mingbai.report.pages.markdown import words

SOURCE = re.compile(r"\{\{\s*source\(([^{}]*?)\)\s*\}\}")
_MACRO = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_PARAGRAPHS = re.compile(r"\{\{\s*(?:source|paragraphs)\(([^{}]*?)\)\s*\}\}")
_ID = re.compile(r"[\"'](p\d+(?:-\d+)?)[\"']")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+(.*)$")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)(?:\s*\{[:\s]*([^{}]*)\})?\s*$")
_ATTRIBUTES = re.compile(r"^\{:.*\}$|\{:?[^{}]*\}(?=\s|$)")
_RULE = re.compile(r"^\|?[\s:|-]+\|?$")
_LINK_ALONE = re.compile(r"^\[[^\]]*\]\([^)]*\)[.。]?$")
_BRACES = re.compile(r"\{[{%#]|[}%#]\}")
"""An unclosed macro or a Jinja statement, which another rule reports."""
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)\s*(?:\{[^{}]*\})?")
_CELL = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the editors."""

    sort: str
    """title, summary, description, takeaway, heading, item, row, text, or macro (a macro or a
    picture, without words)."""
    text: str
    """Without Markdown and macros; the cells of a row with a bar between them."""
    ids: tuple[str, ...]
    """The blocks of the report that it names."""
    location: Location
    anchor: str = ""
    """Of a heading, where one is written."""
    macros: tuple[str, ...] = ()
    """The macros in it, but for its sources."""
    columns: tuple[str, ...] = ()
    """Of a row: the headings of its columns."""
    is_link: bool = False
    """Whether it is a link and nothing else."""
    start: int = 0
    """The line at which its block begins."""


def kind_of(sheet: Sheet) -> str | None:
    """Return the kind of page that the front matter names."""
    kind = sheet.data.get("kind")
    return kind if isinstance(kind, str) else None


def front(sheet: Sheet) -> Iterator[Statement]:
    """Yield the statements of the front matter."""
    for name in ("title", "summary", "description"):
        if isinstance(said := sheet.data.get(name), str) and said:
            place = sheet.field(name)
            yield Statement(name, said, (), place, start=place.line or 1)
    takeaways = sheet.data.get("takeaways")
    for at, item in enumerate(takeaways if isinstance(takeaways, list) else ()):
        if isinstance(item, dict) and {"text", "paragraph"} <= item.keys():
            place = sheet.field("takeaways", at, "text")
            said, id_ = str(item["text"]), str(item["paragraph"])
            yield Statement("takeaway", said, (id_,), place, start=place.line or 1)


def body(sheet: Sheet) -> Iterator[Statement]:
    """Yield the editors' statements on the page, in its order, without the report's words."""
    for block in sheet.page.blocks:
        if sheet.is_report and block.is_report:
            continue
        yield from _block(sheet, block.line, block.markdown.split("\n"))


def cited(sheet: Sheet) -> tuple[str, ...]:
    """Return all blocks of the report that a page names, in its order."""
    calls = _PARAGRAPHS.findall(sheet.file.text)
    return tuple(dict.fromkeys(id_ for call in calls for id_ in _ID.findall(call)))


def _block(sheet: Sheet, line: int, lines: list[str]) -> Iterator[Statement]:
    if lines[0].startswith("<!--"):
        return
    heading = _HEADING.match(lines[0])
    if heading:
        anchor = (heading[3] or "").strip()
        yield _statement(sheet, f"heading{len(heading[1])}", heading[2], (line, line), anchor)
    elif lines[0].lstrip().startswith("|"):
        yield from _rows(sheet, line, lines)
    else:
        yield from _items(sheet, line, lines)


def _rows(sheet: Sheet, start: int, lines: list[str]) -> Iterator[Statement]:
    columns = tuple(words(cell).strip() for cell in _cells(lines[0]))
    for line, text in enumerate(lines, start):
        if _RULE.match(text):
            continue
        ids = _ids(text)
        cells = [words(_MACRO.sub("", cell)).strip() for cell in _cells(SOURCE.sub("", text))]
        yield Statement(
            "row" if line > start else "head", " | ".join(cells), ids,
            Location(sheet.file.path, line), columns=columns, start=start,
        )  # fmt: skip


def _cells(row: str) -> list[str]:
    return _CELL.split(row.strip().strip("|"))


def _items(sheet: Sheet, start: int, lines: list[str]) -> Iterator[Statement]:
    """Yield the items of a list, or the one text of a paragraph."""
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and not _ITEM.match(lines[end]):
            end += 1
        item = _ITEM.match(lines[at])
        text = "\n".join([item[1] if item else lines[at], *lines[at + 1 : end]])
        yield _statement(sheet, "item" if item else "text", text, (start, start + at))
        at = end


def _statement(
    sheet: Sheet, sort: str, markdown: str, lines: tuple[int, int], anchor: str = ""
) -> Statement:
    start, line = lines
    macros = tuple(_MACRO.findall(SOURCE.sub("", markdown)))
    plain = "\n".join(
        part for part in _MACRO.sub("", markdown).split("\n") if not part.startswith("{:")
    )
    text = " ".join(words(_ATTRIBUTES.sub("", plain)).split())
    if not text.strip("{} ") or _BRACES.search(text) or _PICTURE.fullmatch(markdown.strip()):
        sort = "macro"
    place = Location(sheet.file.path, line)
    is_link = bool(_LINK_ALONE.match(markdown.strip()))
    return Statement(
        sort, text, _ids(markdown), place, anchor, macros, is_link=is_link, start=start
    )


def _ids(markdown: str) -> tuple[str, ...]:
    return tuple(id_ for call in SOURCE.findall(markdown) for id_ in _ID.findall(call))
