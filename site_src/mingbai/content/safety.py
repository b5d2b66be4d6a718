"""What may not stand on a page: HTML that runs or restyles, and characters that are not seen.

The site is served under a strict Content-Security-Policy, which would stop such HTML; here it stops
the build. Everything under content/ and data/ is taken for untrusted.
Source: docs/reference/architecture.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mingbai.errors import Location, MingbaiError, PageInvalid
from mingbai.hidden import hidden

MAX_LENGTH = 1_000_000
"""Characters of a page; the longest report without headings has a thirtieth of it."""

_ELEMENT = re.compile(
    r"(?<!\\)</?(script|style|iframe|object|embed|form|base|meta|link)\b", re.IGNORECASE
)
_HANDLER = re.compile(r"(?<!\\)<[a-z][^<>]{0,500}?\s(on[a-z]{3,20}|style)\s*=", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?<!\\)\{:?[^{}]{0,300}?\s(on[a-z]{3,20}|style)\s*=", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:(?<!\\)\]\(|(?<!\\)\]:\s{0,5}|(?:href|src)\s{0,5}=\s{0,5}[\"']?)\s{0,5}<?((?:javascript|vbscript|data)):",
    re.IGNORECASE,
)
_PATTERNS = (
    (_ELEMENT, "The element <{}> is not used on pages."),
    (_HANDLER, "The attribute {}= is not used on pages."),
    (_ATTRIBUTE, "The attribute {}= is not used on pages."),
    (_ADDRESS, "An address that begins with {}: is not used on pages."),
)
TODO = "Take it out; Markdown, macros and overrides/ do what is needed."


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Something that may not stand where it stands."""

    line: int
    column: int
    """Both counted from 1."""
    message: str


def forbidden_html(text: str) -> Iterator[Forbidden]:
    """Yield the HTML of a text that may not be there.

    >>> [found.message for found in forbidden_html("<b onclick='x()'>a</b>")]
    ['The attribute onclick= is not used on pages.']
    """
    for number, line in enumerate(text.split("\n"), 1):
        for pattern, message in _PATTERNS:
            for found in pattern.finditer(line):
                name = found[1].lower()
                yield Forbidden(number, found.start() + 1, message.format(name))


def refusals(text: str, file: Path) -> tuple[MingbaiError, ...]:
    """Return an error for each thing on a page that may not be there."""
    if len(text) > MAX_LENGTH:
        message = f"The page has {len(text):,} characters; at most {MAX_LENGTH:,} are read."
        return (PageInvalid(Location(file), message, todo="Divide it."),)
    errors: list[MingbaiError] = [
        PageInvalid(Location(file, found.line), found.message, todo=TODO)
        for found in forbidden_html(text)
    ]
    errors += [
        PageInvalid(Location(file, line), f"The hidden character {name}.", todo="Delete it.")
        for line, name in hidden(text)
    ]
    return tuple(errors)


def strays(root: Path) -> tuple[MingbaiError, ...]:
    """Return an error for each file of content/ and data/ that a link takes from elsewhere."""
    home = root.resolve()
    paths = [path for name in ("content", "data") for path in sorted((root / name).rglob("*"))]
    return tuple(
        PageInvalid(
            Location(path.relative_to(root)),
            "The link leads out of the project.",
            todo="Put the file itself here.",
        )
        for path in paths
        if path.is_symlink() and not path.resolve().is_relative_to(home)
    )
