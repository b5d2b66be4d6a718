"""A page on its way through composing: what it is made from, and the document it becomes."""

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
    """A composed page, as any builder of Markdown sites reads it."""

    path: str
    """Below the docs folder: ``review-2023/economy.md``, ``en/review-2023/economy.md``."""
    language: Language
    title: str
    description: str
    kind: str
    """Which sort of page: ``report``, ``home``, ``page``, …"""
    head: Mapping[str, Any]
    """Its front matter: title, description, language, kind, counterpart, fallback."""
    parts: tuple[Part, ...]
    """Its blocks, in order."""
    source: str
    """The file it was composed from, below the content folder: ``zh/opening.md``."""
    other: str | None
    """The path of the same page in the other language, where it exists there."""
    is_fallback: bool
    """Whether it is an English page that shows the Chinese."""
    edition: str = ""
    """The name of its edition; empty where there is one report, and above the editions."""

    @property
    def body(self) -> str:
        """Its Markdown, without front matter."""
        return "\n\n".join(part.markdown for part in self.parts) + "\n"

    @property
    def markdown(self) -> str:
        """The whole file, as any builder of Markdown sites reads it."""
        front = yaml.safe_dump(dict(self.head), allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{front}---\n\n{self.body}"

    @property
    def url(self) -> str:
        """Its address from the site's root: ``en/opening/``; empty for the home page."""
        return address_of(self.path)


@dataclass(frozen=True, slots=True)
class PageView:
    """What macros may see of the page they stand on."""

    summary: str
    takeaways: tuple[Takeaway, ...]
    other: str
    """Relative address of the page in the other language; empty where there is none."""
    topics: tuple[Leaf, ...] = ()
    """The pages of its topics, as far as there are such pages."""


class PageToCompose(NamedTuple):
    """A page to be composed."""

    page: Page
    """The Chinese one itself where English is missing."""
    chinese: Page
    """The Chinese page of the same path."""
    other: str | None
    """See `Document.other`."""
