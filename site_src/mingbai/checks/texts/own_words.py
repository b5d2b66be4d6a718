"""Finds the lines that editors wrote themselves, without the report's words."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.checks.model import Tree
from mingbai.content.reading.textfiles import TextFile
from mingbai.hidden import UNSEEN

_VALUE = re.compile(r"^[\s-]*(?:[\w-]+:\s+)?[\"']?(.*?)[\"']?\s*$")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,30});")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One line of the editors' words."""

    file: TextFile
    number: int
    text: str


def own_lines(tree: Tree, signs: re.Pattern[str]) -> Iterator[OwnLine]:
    """Yield the lines of pages and data that are not the report's own words.

    The English of the report is ours; a line of data that quotes the report is its own.

    Args:
        tree: the project.
        signs: what a line has to hold; the others are left out.
    """
    source = tree.source.decode("utf-8", errors="replace")
    pages = {sheet.file.path: sheet for sheet in tree.sheets}
    for file in tree.files:
        if file.path.suffix == ".jsonl" or not signs.search(file.text):
            continue
        sheet = pages.get(file.path)
        is_source = sheet is not None and not sheet.language.is_english
        lines = sheet.own_lines() if sheet and is_source else enumerate(file.lines, 1)
        for number, line in lines:
            if signs.search(line) and not _is_quoted(line, source):
                yield OwnLine(file, number, line)


CODED = re.compile(f"{UNSEEN.pattern}|{_ENTITY.pattern}|{_ESCAPE.pattern}")
"""Invisible characters, and codes that may represent them."""


def unseen_in(line: OwnLine) -> Iterator[tuple[int, str]]:
    r"""Yield the column of each invisible character, and the character; codes count too."""
    for found in UNSEEN.finditer(line.text):
        yield found.start() + 1, found.group()
    if "&" in line.text:
        for found in _ENTITY.finditer(line.text):
            if UNSEEN.fullmatch(character := html.unescape(found.group())):
                yield found.start() + 1, character
    if "\\" in line.text:
        for found in _ESCAPE.finditer(line.text):
            code = int(found[1] or found[2] or found[3], 16)
            if code <= 0x10FFFF and UNSEEN.fullmatch(chr(code)):  # noqa: PLR2004 (Unicode's end)
                yield found.start() + 1, chr(code)


def _is_quoted(line: str, source: str) -> bool:
    """Return whether all words of a line are words of the report."""
    if line.isascii():
        return False
    found = _VALUE.match(line)
    return found is not None and bool(found[1]) and found[1] in source
