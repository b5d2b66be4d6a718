"""The input and the output of composing: a page, and its document."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from mingbai.address import address_of
from mingbai.content.page import Page, Takeaway
from mingbai.language import Language
from mingbai.site.compose.parts import Part
from mingbai.site.views.blocks import Leaf


@dataclass(frozen=True, slots=True)
class Document:
    """A composed page, ready for any Markdown site builder."""

    path: str
    """The path in the docs folder: ``review-2023/economy.md``, ``en/review-2023/economy.md``."""
    language: Language
    title: str
    description: str
    kind: str
    """The kind of page: ``report``, ``home``, ``page``, …"""
    head: Mapping[str, Any]
    """Its front matter: title, description, language, kind, counterpart, fallback."""
    parts: tuple[Part, ...]
    """Its blocks, in order."""
    source: str
    """The path of its source file in the content folder: ``zh/opening.md``."""
    other: str | None
    """The path of the same page in the other language; None if it does not exist there."""
    is_fallback: bool
    """Whether it is an English page that shows Chinese because its English is missing."""
    edition: str = ""
    """The name of its edition; empty if the site has one report, and for the front pages."""

    @property
    def body(self) -> str:
        """The Markdown without front matter."""
        return "\n\n".join(part.markdown for part in self.parts) + "\n"

    @property
    def markdown(self) -> str:
        """The whole file, ready for any Markdown site builder."""
        front = yaml.safe_dump(dict(self.head), allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{front}---\n\n{self.body}"

    @property
    def url(self) -> str:
        """The address from the site's root: ``en/opening/``; empty for the home page."""
        return address_of(self.path)


@dataclass(frozen=True, slots=True)
class PageView:
    """The data of a page that its macros can read."""

    summary: str
    takeaways: tuple[Takeaway, ...]
    other: str
    """Relative address of the page in the other language; empty if there is none."""
    topics: tuple[Leaf, ...] = ()
    """The existing pages of its topics."""


class PageToCompose(NamedTuple):
    """A page to compose."""

    page: Page
    """The page; if its English is missing, the Chinese page."""
    chinese: Page
    """The Chinese page with the same path."""
    other: str | None
    """See `Document.other`."""
