"""The texts to index: each block of each page as plain text, with the figures it contains."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import PurePosixPath

from mingbai.address import address_of, leads_folder
from mingbai.content.edition import Correction, corrected
from mingbai.content.library import Library
from mingbai.content.page import Page, PageBlock
from mingbai.language import Language
from mingbai.report.pages.markdown import words
from mingbai.site.compose.sites import Site
from mingbai.site.views.view import View

_MACRO = re.compile(
    r"\{\{(?:(?!\{\{|\}\}).)*\}\}|\{%(?:(?!\{%|%\}).)*%\}|\{#(?:(?!\{#|#\}).)*#\}"
    r"|<!--(?:(?!-->).)*(?:-->|\Z)",
    re.DOTALL,
)
_MARK = re.compile(r"^\s*(?:#{1,6}\s+|(?:!!!|\?\?\?\+?)\s+\w+\s*|[-*+]\s+|\d+\.\s+|>\s*|:\s+)")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_OWN_ID = re.compile(r"\{:?[^{}#]*#([A-Za-z][\w-]*)[^{}]*\}")


_RETOLD = {"topic", "route"}
"""Kinds of pages whose claims repeat the report's paragraphs. Only their titles, headings and
summaries are indexed, so that a query finds the paragraphs instead."""


class BlockKind(IntEnum):
    """The kind of a block in the index."""

    PARAGRAPH = 0
    HEADING = 1
    FIGURE = 2
    """A figure's label and value; it links to the block that contains its quote."""
    NOTE = 3
    """Text that editors wrote."""


@dataclass(frozen=True, slots=True)
class SearchBlock:
    """One possible search result."""

    anchor: str
    """Its id on the page; empty for the page itself."""
    kind: BlockKind
    text: str
    """Plain text; for a figure its label, value and details, separated by tabs."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page in the index."""

    url: str
    """The address from the language's home page: ``review-2023/economy/``; empty for itself."""
    title: str
    section: str
    """The title of its folder's index page; empty if there is none."""
    has_other: bool
    """Whether the page also exists in the other language."""
    blocks: tuple[SearchBlock, ...]


def search_pages(site: Site, language: Language) -> tuple[SearchPage, ...]:
    """Return the pages written in the language, in reading order.

    The English index omits Chinese pages that replace missing English ones; the Chinese index
    contains them.
    """
    library = site.library
    pages = language.pick(library.zh, tuple(_english(library)))
    titles = {PurePosixPath(page.path).parent: page.front.title for page in pages if _leads(page)}
    figures = _figures(site.views[language])
    return tuple(
        SearchPage(
            url=address_of(page.path),
            title=page.front.title,
            section="" if _leads(page) else titles.get(PurePosixPath(page.path).parent, ""),
            has_other=language.is_english or page.is_report or page.path in library.en,
            blocks=tuple(_blocks(page, library.corrections, figures)),
        )
        for page in pages
    )


def _english(library: Library) -> Iterator[Page]:
    """Yield the English pages in the order of the Chinese ones."""
    for page in library.zh:
        if page.path in library.en:
            yield library.en[page.path]


def _leads(page: Page) -> bool:
    return leads_folder(page.path) and "/" in page.path


def _figures(view: View) -> dict[str, list[SearchBlock]]:
    """Return the figures by the block that contains their quote."""
    found: dict[str, list[SearchBlock]] = {}
    for figure in view.figures.values():
        said = (figure.label, figure.value, figure.change, figure.rank, figure.period)
        text = "\t".join(part for part in said if part)
        block = SearchBlock(figure.block, BlockKind.FIGURE, text)
        found.setdefault(figure.block, []).append(block)
    return found


def _blocks(
    page: Page, corrections: tuple[Correction, ...], figures: dict[str, list[SearchBlock]]
) -> Iterator[SearchBlock]:
    anchor = ""
    later: list[SearchBlock] = []
    for block in page.blocks:
        if block.id is None or not page.is_report:
            anchor = _own_id(block) or anchor
            if not page.front.search:
                continue
            if page.front.kind in _RETOLD and block.source.markdown.startswith("- "):
                continue
            if text := plain(block.source.markdown):
                yield SearchBlock(anchor, BlockKind.NOTE, text)
            continue
        kind = BlockKind.HEADING if block.source.level else BlockKind.PARAGRAPH
        yield SearchBlock(block.id, kind, corrected(block.source.words, block.id, corrections))
        later += figures.get(block.id, [])
    yield from later
    if page.is_report and page.front.summary:  # takeaways repeat their paragraphs
        yield SearchBlock("", BlockKind.NOTE, plain(page.front.summary))


def _own_id(block: PageBlock) -> str:
    found = _OWN_ID.search(block.source.markdown)
    return found[1] if found else ""


def plain(markdown: str) -> str:
    r"""Return an editor's Markdown as plain text on one line, without macros, markup and links.

    >>> plain("## 数字 {#figures}"), plain('!!! note "注"\n    见[正文](a.md)。')
    ('数字', '"注" 见正文。')
    >>> plain('{{ cards("gdp-2023") }}')
    ''
    """
    text = _IMAGE.sub(r"\1", _MACRO.sub("", markdown))
    lines = (words(_MARK.sub("", line)).strip() for line in text.split("\n"))
    return " ".join(line for line in lines if line.strip("|-: "))
