"""One Markdown page: its front matter checked, its blocks with their ids."""

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
from mingbai.report.pages.pagefile import PageBlock, parse_page

LAST = 1_000_000
"""The order of a page that names none: after all that do."""


def _with_words(title: str) -> str:
    if not title.strip():
        raise ValueError(tell("it has no words"))
    return title


class Takeaway(BaseModel):
    """One thing to take from a page, in the editors' words, and the block it rests on."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    text: str
    paragraph: str


class FrontMatter(BaseModel):
    """What stands between the ``---`` lines of a page."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Annotated[str, AfterValidator(_with_words)]
    slug: str | None = None
    order: int = LAST
    """Place among the pages of its language; an English page takes its Chinese one's."""
    paragraphs: tuple[int, ...] = ()
    """The report's paragraphs on the page; empty for the explainer's own pages."""
    summary: str = ""
    takeaways: tuple[Takeaway, ...] = ()
    topics: tuple[str, ...] = ()
    description: str = ""
    search: bool = True
    """Whether its words can be searched; its title always can."""
    kind: (
        Literal["report", "home", "glossary", "picture", "numbers", "topic", "route", "page"] | None
    ) = None


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page; the report's have an id."""

    id: str | None
    source: PageBlock


@dataclass(frozen=True, slots=True)
class Page:
    """One page of one language."""

    language: Language
    path: str
    """Below the language's folder: ``review-2023/economy.md``; the same in both languages."""
    file: Path
    front: FrontMatter
    blocks: tuple[Block, ...]

    @property
    def written(self) -> str:
        """Everything that stands in its file, in one text to be hashed."""
        return f"{self.file} {self.front.model_dump_json()} {self.blocks!r}"

    @property
    def is_report(self) -> bool:
        """Whether the page holds the report's words."""
        return any(block.id is not None for block in self.blocks)


def read_page(
    text: str, language: Language, path: str, file: Path, record: ManifestPage | None
) -> Page:
    """Return a page.

    Args:
        text: the file's text.
        language: the page's.
        path: below the language's folder.
        file: for the errors.
        record: the manifest's, None for the explainer's own pages.

    Raises:
        PageInvalid: no front matter, or other blocks than the report has.
        DataInvalid: a field of the front matter is wrong.
    """
    page = parse_page(text)
    if not page.front_matter:
        raise PageInvalid(
            Location(file, 1),
            tell("The page has no front matter."),
            todo=tell("Begin it with ---, title: …, ---."),
        )
    front = datafile.validate(yamlfile.parse(page.front_matter, file, 2), FrontMatter)
    found = page.report_blocks
    if record is None:
        return Page(language, path, file, front, tuple(Block(None, block) for block in page.blocks))
    if len(found) != len(record.blocks):
        raise wrong_number(Location(file), len(found), len(record.blocks))
    ids = iter(record.blocks)
    blocks = (Block(next(ids).id if block.is_report else None, block) for block in page.blocks)
    return Page(language, path, file, front, tuple(blocks))
