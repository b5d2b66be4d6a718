"""Parses a page's Markdown file: front matter, the report's blocks and the editor's blocks.

Headings and paragraphs contain the report's words. Everything else is the editor's: front matter,
marked blocks (``!!! note`` with indented text), fenced code, and macros, comments, footnotes and
images that are blocks of their own.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.report.pages.markdown import words
from mingbai.report.pages.wrapping import joined


@dataclass(frozen=True)
class MarkdownBlock:
    """One block of a page's file, as written."""

    markdown: str
    line: int
    """Number of its first line in the file, counted from 1."""
    is_report: bool
    """Whether its words are the report's; otherwise they are the editor's."""
    level: int = 0
    """1 to 6 for a heading, 0 for any other block."""

    @functools.cached_property
    def inline(self) -> str:
        """The Markdown of its text on one line, without the marks of a heading."""
        text = joined(self.markdown.split("\n"))
        return text.lstrip("#").strip() if self.level else text

    @functools.cached_property
    def words(self) -> str:
        """The report's words in it."""
        return words(self.inline)


@dataclass(frozen=True, slots=True)
class PageFile:
    """The parsed text of a page."""

    front_matter: str
    """The YAML between the ``---`` lines; empty if there is none."""
    blocks: tuple[MarkdownBlock, ...]

    @property
    def report_blocks(self) -> tuple[MarkdownBlock, ...]:
        """The blocks with the report's words, in order."""
        return tuple(block for block in self.blocks if block.is_report)


_FRONT = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"(#{1,6})\s")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_MARKED = re.compile(r"(?:!!!|\?\?\?\+?|///)\s")
_OWN = re.compile(
    r"(?:\{\{.*\}\}|\{%.*%\}|\{#.*#\}|\[\^[^\]]+\]:.*|\[[^\]]+\]:\s.*|!\[[^\]]*\]\([^)]*\))",
    re.DOTALL,
)


def parse_page(text: str) -> PageFile:
    r"""Return the page's front matter and blocks.

    >>> page = parse_page("---\ntitle: 甲\n---\n\n# 一、甲\n\n!!! note\n    编者\n\n乙。\n")
    >>> [(block.words, block.line) for block in page.report_blocks]
    [('一、甲', 5), ('乙。', 10)]
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    first_line = text[: front.end()].count("\n") + 1 if front else 1
    lines = body.split("\n")
    return PageFile(front[1] if front else "", tuple(_blocks(lines, first_line)))


def _blocks(lines: list[str], first_line: int) -> Iterator[MarkdownBlock]:
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        end = _block_end(lines, at)
        markdown = "\n".join(lines[at:end]).rstrip()
        heading = _HEADING.match(markdown)
        yield MarkdownBlock(
            markdown,
            first_line + at,
            is_report=not _is_own(markdown),
            level=len(heading[1]) if heading else 0,
        )
        at = end


def _block_end(lines: list[str], at: int) -> int:
    """Return the index of the line after the block that starts at line ``at``."""
    if _MARKED.match(lines[at]):
        end = at + 1
        while end < len(lines) and (not lines[end].strip() or lines[end].startswith("    ")):
            end += 1
        return end
    if fence := _FENCE.match(lines[at]):
        ends = (at for at in range(at + 1, len(lines)) if lines[at].startswith(fence[1]))
        return next(ends, len(lines) - 1) + 1
    if lines[at].startswith("<!--"):
        ends = (number for number in range(at, len(lines)) if "-->" in lines[number])
        return next(ends, len(lines) - 1) + 1
    if _HEADING.match(lines[at]):
        return at + 1
    end = at + 1
    while end < len(lines) and lines[end].strip() and not _HEADING.match(lines[end]):
        end += 1
    return end


def _is_own(markdown: str) -> bool:
    if (
        _MARKED.match(markdown)
        or _FENCE.match(markdown)
        or (markdown.startswith("<!--") and markdown.endswith("-->"))
    ):
        return True
    return bool(_OWN.fullmatch(markdown)) and not words(markdown.split("]:", maxsplit=1)[0]).strip(
        "!"
    )
