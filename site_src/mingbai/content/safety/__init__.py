"""What pages must not contain: HTML that runs or restyles, and invisible characters.

The site's strict Content-Security-Policy would block such HTML; here it stops the build. Everything
in content/ and data/ counts as untrusted. Source: docs/reference/architecture.md.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from mingbai.cache.memo import Memo
from mingbai.content.safety.allowed import refused
from mingbai.content.safety.markup import Markup
from mingbai.errors import Location, MingbaiError, PageInvalid, raise_all
from mingbai.hidden import hidden
from mingbai.messages import tell
from mingbai.report.pages.pagefile import PageFile, parse_page

MAX_LENGTH = 1_000_000
"""Characters of a page; the longest report without headings has a thirtieth of it."""

TODO = "Remove it; use Markdown, macros or overrides/ instead."


class HtmlRefused(PageInvalid):
    """HTML that is not allowed on a page."""


class Typed(Protocol):
    """A file as typed."""

    @property
    def path(self) -> Path:
        """Relative to the project's root."""

    @property
    def exact(self) -> str:
        """Its text."""


def checked(memo: Memo, file: Typed, markup: Markup, *, is_source: bool) -> None:
    """Raise the `refusals` of a page, unless an earlier build found none in the same text.

    Raises:
        MingbaiError: the page contains what is not allowed, or it is not UTF-8.
    """
    key = memo.key("refusals", (file.exact, str(file.path), repr(markup), str(is_source)))
    if memo.find(key) is not None:
        return
    raise_all(refusals(file.exact, file.path, markup, is_source=is_source))
    memo.put(key, "none")


def refusals(text: str, file: Path, markup: Markup, *, is_source: bool) -> tuple[MingbaiError, ...]:
    """Return an error for each thing on a page that is not allowed.

    Args:
        text: of the page.
        file: for the errors.
        markup: of the project.
        is_source: whether its report blocks are the report's own words, in which no character is
            an error.
    """
    if len(text) > MAX_LENGTH:
        message = tell(
            "The page has {size} characters; at most {most} are read.",
            size=f"{len(text):,}",
            most=f"{MAX_LENGTH:,}",
        )
        return (PageInvalid(Location(file), message, todo=tell("Divide it.")),)
    page = parse_page(text)
    errors: list[MingbaiError] = [
        HtmlRefused(Location(file, line), message, todo=tell(TODO))
        for line, message in forbidden_html(page.front_matter, 2)
    ]
    errors += [
        HtmlRefused(Location(file, block.line), message, todo=tell(TODO))
        for block, message in markup.refused(page.blocks)
    ]
    errors += [
        PageInvalid(
            Location(file, line),
            tell("The page contains the hidden character {name}.", name=name),
            todo=tell("Delete it."),
        )
        for line, name in _hidden(text, page, is_source=is_source)
    ]
    errors += [
        PageInvalid(
            Location(file, block.line),
            tell("The heading has no words."),
            todo=tell("Write them."),
        )
        for block in page.blocks
        if _EMPTY_HEADING.fullmatch(block.markdown)
    ]
    return tuple(errors)


_EMPTY_HEADING = re.compile(r"#{1,6}\s*")
_ELEMENT = re.compile(r"<[A-Za-z/!?]")


def forbidden_html(text: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    r"""Yield the line, and what is wrong, of each element in a text that is no Markdown.

    Args:
        text: YAML: a page's front matter, or a file of data/.
        first_line: the number of its first line.

    >>> list(forbidden_html("a: b\nc: <svg/onload=x()>"))
    [(2, 'Pages must not contain the element <svg>.')]
    """
    for number, line in enumerate(text.split("\n") if "<" in text else (), first_line):
        if _ELEMENT.search(line):
            yield from ((number, message) for message in dict.fromkeys(refused(line)))


def _hidden(text: str, page: PageFile, *, is_source: bool) -> Iterator[tuple[int, str]]:
    """Yield the invisible characters, except those in the report's own words."""
    own = {
        number
        for block in (page.report_blocks if is_source else ())
        for number in range(block.line, block.line + block.markdown.count("\n") + 1)
    }
    yield from ((line, name) for line, name in hidden(text) if line not in own)


def strays(root: Path) -> tuple[MingbaiError, ...]:
    """Return an error for each symbolic link in content/ or data/ that leaves the project."""
    home = root.resolve()
    paths = [path for name in ("content", "data") for path in sorted((root / name).rglob("*"))]
    return tuple(
        PageInvalid(
            Location(path.relative_to(root)),
            tell("The symbolic link leads out of the project."),
            todo=tell("Replace it with the file itself."),
        )
        for path in paths
        if path.is_symlink() and not leads_into(path, home)
    )


def leads_into(path: Path, folder: Path) -> bool:
    """Return whether a symbolic link leads to something inside a folder."""
    try:
        return path.resolve(strict=True).is_relative_to(folder)
    except (OSError, RuntimeError):  # it leads nowhere, or to itself
        return False
