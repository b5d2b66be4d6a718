"""Reads one Markdown page: validates its front matter and gives its blocks their ids."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict

from mingbai import datafile, yamlfile
from mingbai.errors import Location, PageInvalid
from mingbai.language import Language
from mingbai.messages import tell
from mingbai.report.pages.join import wrong_number
from mingbai.report.pages.manifest import ManifestPage
from mingbai.report.pages.pagefile import MarkdownBlock, parse_page

LAST = 1_000_000
"""The order of pages without one: they come last."""


def _with_words(title: str) -> str:
    if not title.strip():
        raise ValueError(tell("it has no visible characters"))
    return title


class Takeaway(BaseModel):
    """One main point of a page, in the editors' words, and the block it is based on."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    text: str
    paragraph: str


class FrontMatter(BaseModel):
    """The fields between the ``---`` lines of a page."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Annotated[str, AfterValidator(_with_words)]
    slug: str | None = None
    order: int = LAST
    """Position among the pages of its language; an English page has its Chinese page's."""
    paragraphs: tuple[int, ...] = ()
    """The report's paragraphs on the page; empty for the explainer's own pages."""
    summary: str = ""
    takeaways: tuple[Takeaway, ...] = ()
    topics: tuple[str, ...] = ()
    description: str = ""
    search: bool = True
    """Whether search covers the page's text; it always covers the title."""
    kind: (
        Literal["report", "home", "glossary", "picture", "numbers", "topic", "route", "page"] | None
    ) = None


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One block of a page; blocks of the report have an id."""

    id: str | None
    source: MarkdownBlock


@dataclass(frozen=True, slots=True)
class Page:
    """One page of one language."""

    language: Language
    path: str
    """Path below the language's folder, the same in both languages: ``review-2023/economy.md``."""
    file: Path
    front: FrontMatter
    blocks: tuple[PageBlock, ...]

    @property
    def written(self) -> str:
        """Everything in its file, as one text to hash."""
        return f"{self.file} {self.front.model_dump_json()} {self.blocks!r}"

    @property
    def is_report(self) -> bool:
        """Whether the page has blocks of the report."""
        return any(block.id is not None for block in self.blocks)


def read_page(
    text: str, language: Language, path: str, file: Path, record: ManifestPage | None
) -> Page:
    """Return a page.

    Args:
        text: the file's text.
        language: the page's language.
        path: the page's path below the language's folder.
        file: the file's path, for error messages.
        record: the manifest's record of the page; None for the explainer's own pages.

    Raises:
        PageInvalid: the page has no front matter, or the wrong number of report blocks.
        DataInvalid: a field of the front matter is invalid.
    """
    page = parse_page(text)
    if not page.front_matter:
        raise PageInvalid(
            Location(file, 1),
            tell("The page has no front matter."),
            todo=tell("Start it with three lines: ---, title: …, ---."),
        )
    front = datafile.validate(yamlfile.parse(page.front_matter, file, 2), FrontMatter)
    found = page.report_blocks
    if record is None:
        return Page(
            language, path, file, front, tuple(PageBlock(None, block) for block in page.blocks)
        )
    if len(found) != len(record.blocks):
        raise wrong_number(Location(file), len(found), len(record.blocks))
    ids = iter(record.blocks)
    blocks = (PageBlock(next(ids).id if block.is_report else None, block) for block in page.blocks)
    return Page(language, path, file, front, tuple(blocks))
