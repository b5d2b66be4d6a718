r"""The parts of a composed page, and the HTML of parts that need no Markdown converter.

Most of a page consists of the report's paragraphs and macro output. Their HTML is computed here,
so that only other parts need the converter. It is, byte for byte, the output of Python-Markdown
with the `NEUTRAL` extensions; tests/site/test_parts.py compares the two.
"""

import re
from dataclasses import dataclass
from html import escape
from typing import Any

NEUTRAL = frozenset(
    ("toc", "tables", "fenced_code", "admonition", "attr_list", "footnotes", "md_in_html")
)
"""The Markdown extensions that do not change such paragraphs, headings and HTML."""
TABLES = {"use_align_attribute": True}
"""Settings of the tables extension: the security policy forbids inline styles."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in a table of contents."""

    level: int
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """One block of a page."""

    markdown: str
    html: str | None = None
    """The HTML of the Markdown; None if it needs the converter."""
    heading: Heading | None = None


def part_of(cached: list[Any]) -> Part:
    """Return the part that ``dataclasses.astuple`` converted; see `mingbai.cache.memo`."""
    markdown, html, heading = cached
    return Part(markdown, html, None if heading is None else Heading(*heading))


_WORDS = r"[^\\&<*_`\[\]>{}|!\x00-\x1f\x7f\x85\u2028\u2029]"
_INLINE = re.compile(
    rf"""
      {_WORDS}+
    | \\(?P<escaped>[\\`*_{{}}\[\]()>\#+.!-])
    | (?P<entity>&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[0-9a-zA-Z]+);)
    | (?P<and>&)
    | (?P<term><a\ class="mb-term"\ href="[^"<>\\*_`]*">{_WORDS}*</a>)
    | \*\*(?P<strong>(?!\s){_WORDS}+(?<!\s))\*\*
    """,
    re.VERBOSE,
)
_BLOCK = re.compile(r"[#>+=:~ -]|\d+[.)]")
"""Matches the start of Markdown's other blocks."""


def inline_html(markdown: str) -> str | None:
    r"""Return the HTML of a paragraph's text; None if it has more markup than terms and bold.

    >>> inline_html("**——聚焦。**R&D 占 3.5%，PM\\_2.5")
    '<strong>——聚焦。</strong>R&amp;D 占 3.5%，PM_2.5'
    >>> inline_html("[链接](x.md)"), inline_html("- 一项")
    (None, None)
    """
    if markdown != markdown.strip() or not markdown or _BLOCK.match(markdown):
        return None
    pieces: list[str] = []
    at = 0
    while at < len(markdown):
        found = _INLINE.match(markdown, at)
        if found is None:
            return None
        at = found.end()
        if found.lastgroup is None or found["entity"] or found["term"]:
            pieces.append(found[0])
        elif found["escaped"] or found["and"]:
            pieces.append(escape(found["escaped"] or "&", quote=False))
        else:
            pieces.append(f"<strong>{found['strong']}</strong>")
    return "".join(pieces)


_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?:\s[^<>]*?)?(?P<empty>/?)>")
_BLOCKS = re.compile(
    "address|article|aside|blockquote|details|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|"
    "header|hr|main|menu|nav|ol|p|pre|section|table|ul"
)
_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
_LEFT = re.compile(r"<(?![A-Za-z/])|\smarkdown\b")


def is_html(text: str) -> bool:
    """Return whether a text consists of complete HTML blocks, which Markdown does not change.

    >>> is_html('<div><p>a</p></div>'), is_html('<div>a</div> *b*'), is_html('<span>a</span>')
    (True, False, False)
    """
    if not text.startswith("<") or not text.endswith(">") or _LEFT.search(text):
        return False
    depth = end = 0
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        between = text[end : tag.start()]
        if depth == 0 and (
            between.strip() or not _BLOCKS.fullmatch(name) or (end and "\n" not in between)
        ):
            return False
        end = tag.end()
        if tag["end"]:
            depth -= 1
        elif not tag["empty"] and not _VOID.fullmatch(name):
            depth += 1
    return depth == 0 and end == len(text)
