"""Plans the pages of a report: one for each section, in folders that mirror its parts.

A page takes two to five minutes to read. A longer node is divided at its children; text without a
heading that is too short for its own page is added to the previous page.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter

from mingbai.address import HOME
from mingbai.datafile import checked
from mingbai.errors import Location, PageInvalid
from mingbai.language import Language
from mingbai.messages import tell
from mingbai.report.model import Block, HeadingKind, Node, Report
from mingbai.report.pages.blocks import blocks
from mingbai.yamlfile import load

MAX_PAGE = 3000
"""A page with more characters is divided: seven minutes at 400 characters a minute."""
MIN_PAGE = 400
"""Text without a heading needs this many characters for a page of its own: one minute."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG = 60

_OPENING = "开篇"
_CLOSING = "结语"


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """One page to be written."""

    path: PurePosixPath
    """Path below the folder of the pages: ``part-1/section-2.md``."""
    title: str
    slug: str
    order: int
    """Counted from 1 in the order of the report."""
    blocks: tuple[Block, ...]

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The numbers of the report's paragraphs on the page, ascending."""
        return tuple(dict.fromkeys(int(block.id[1:].split("-")[0]) for block in self.blocks))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A page's title, path and range of the source, before its blocks are assigned."""

    title: str
    folder: PurePosixPath
    name: str
    start: int
    end: int
    is_folder: bool = False

    @property
    def size(self) -> int:
        return self.end - self.start


def plan(report: Report, slugs: Mapping[str, str], map_file: Location) -> tuple[PlannedPage, ...]:
    """Return the report's pages in order.

    Args:
        report: the parsed report.
        slugs: the slug of a page by its heading's title; other pages are numbered.
        map_file: the file of the slugs, for error messages.

    Raises:
        PageInvalid: two pages have the same slug, or a slug cannot be part of an address.
    """
    for title, slug in slugs.items():
        check_slug(slug, map_file, f"of {title!r}")
    pieces = tuple(_merged(tuple(_pieces(report, slugs))))
    everything = blocks(report)
    pages: list[PlannedPage] = []
    for order, piece in enumerate(pieces, 1):
        here = tuple(block for block in everything if piece.start <= block.start < piece.end)
        name = piece.folder / piece.name
        path = name / HOME if piece.is_folder else name.with_name(name.name + ".md")
        if any(path == page.path for page in pages):
            raise PageInvalid(
                map_file,
                tell("Two pages have the slug {slug!r}.", slug=piece.name),
                todo=tell("Give one of them another slug in the slug map."),
            )
        pages.append(PlannedPage(path, piece.title, piece.name, order, here))
    return tuple(pages)


def check_slug(slug: str, location: Location, whose: str) -> None:
    """Raise an error for a slug that cannot be one folder of an address.

    Raises:
        PageInvalid: it has characters other than a–z, 0–9 and single hyphens, or is too long.
    """
    if not _SLUG.fullmatch(slug) or len(slug) > MAX_SLUG or slug == Language.EN:
        raise PageInvalid(
            location,
            tell("The slug {slug!r} {place} cannot be part of an address.", slug=slug, place=whose),
            todo=tell(
                "Use at most {limit} characters (a-z, 0-9, single hyphens): 'smart-manufacturing'.",
                limit=MAX_SLUG,
            ),
        )


def read_slugs(path: Path) -> Mapping[str, str]:
    """Return the map from headings to slugs in a file.

    Raises:
        DataInvalid: the file is not a mapping of texts to texts.
    """
    return checked(load(path), TypeAdapter(dict[str, str]))


def _pieces(report: Report, slugs: Mapping[str, str]) -> Iterator[_Piece]:
    """Yield the ranges of the source that could be pages, in order and without gaps."""
    end = len(report.source.text)
    top = PurePosixPath()
    parts = [
        node
        for node in report.outline
        if node.heading.kind in (HeadingKind.PART, HeadingKind.SECTION)
    ]
    if not parts:
        yield _Piece(_title(report), top, "report", 0, end)
        return
    first = parts[0].heading.start
    if report.paragraphs[0].start < first:
        yield _Piece(_OPENING, top, slugs.get(_OPENING, "opening"), 0, first)
    for number, part in enumerate(parts, 1):
        stop = parts[number].heading.start if number < len(parts) else end
        name = slugs.get(part.heading.title, f"part-{number}")
        yield from _cut(part, top, name, stop, slugs)


def _cut(
    node: Node, folder: PurePosixPath, name: str, stop: int, slugs: Mapping[str, str]
) -> Iterator[_Piece]:
    """Yield a node as one page, or as an opening page and one page for each child."""
    title, start = node.heading.title, node.heading.start
    is_part = node.level == 1
    children = _with_pages(node, is_long=stop - start > MAX_PAGE)
    if not children:
        yield _Piece(title, folder, name, start, stop, is_folder=is_part)
        return
    inside = folder / name
    yield _Piece(title, folder, name, start, children[0].heading.start, is_folder=True)
    for number, child in enumerate(children, 1):
        after = children[number].heading.start if number < len(children) else stop
        own = slugs.get(child.heading.title, f"{_NUMBERED_SLUGS[child.heading.kind]}-{number}")
        loose = child.end < after and (after == stop or after - child.end >= MIN_PAGE)
        yield from _cut(child, inside, own, child.end if loose else after, slugs)
        if loose:
            closing = f"{title}：{_CLOSING}"
            ordinary = "closing" if after == stop else f"closing-{number}"
            yield _Piece(closing, inside, slugs.get(closing, ordinary), child.end, after)


_NUMBERED_SLUGS = {HeadingKind.SECTION: "section", HeadingKind.ITEM: "item"}


def _with_pages(node: Node, *, is_long: bool) -> list[Node]:
    """Return the children with their own pages: sections, or a long node's items on own lines."""
    sections = [child for child in node.children if child.heading.kind is HeadingKind.SECTION]
    if sections or not is_long:
        return sections
    return [
        child
        for child in node.children
        if child.heading.kind is HeadingKind.ITEM and not child.heading.run_in
    ]


def _merged(pieces: tuple[_Piece, ...]) -> Iterator[_Piece]:
    """Yield the pieces; add a closing that is too short for a page to the previous page."""
    previous: _Piece | None = None
    for piece in pieces:
        if previous is not None and piece.title.endswith(_CLOSING) and piece.size < MIN_PAGE:
            previous = _Piece(
                previous.title,
                previous.folder,
                previous.name,
                previous.start,
                piece.end,
                previous.is_folder,
            )
            continue
        if previous is not None:
            yield previous
        previous = piece
    if previous is not None:
        yield previous


def _title(report: Report) -> str:
    titles = [
        node.heading.title for node in report.outline if node.heading.kind is HeadingKind.TITLE
    ]
    return titles[0] if titles else "政府工作报告"
