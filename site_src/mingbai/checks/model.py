"""The input of every rule: the files as typed, and what was read from them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mingbai.content.library import Library
from mingbai.content.reading.textfiles import TextFile
from mingbai.errors import Location, MingbaiError
from mingbai.finding import Finding
from mingbai.language import Language
from mingbai.project import Project
from mingbai.report.model import Block
from mingbai.report.pages.manifest import Manifest
from mingbai.report.pages.pagefile import MarkdownBlock, PageFile
from mingbai.yamlfile import YamlFile


@dataclass(frozen=True, slots=True)
class Sheet:
    """One Markdown page as typed, even if it has errors."""

    file: TextFile
    language: Language
    path: str
    """Below the language's folder; the same in both languages."""
    page: PageFile
    front: YamlFile | None
    """None if the front matter is not YAML."""
    is_report: bool
    """Whether the manifest lists it."""

    @property
    def data(self) -> Mapping[object, object]:
        """The fields of the front matter; empty if it is not a mapping."""
        data = self.front.data if self.front else None
        return data if isinstance(data, dict) else {}

    def own_lines(self) -> Iterator[tuple[int, str]]:
        """Yield the number and text of each line in the editors' words, front matter included."""
        lines = self.file.lines
        end = self.page.front_matter.count("\n") + 1
        yield from enumerate(lines[1:end], 2)
        for block in self.page.blocks:
            if self.is_report and block.is_report:
                continue
            for number in range(block.line, block.line + block.markdown.count("\n") + 1):
                yield number, lines[number - 1]

    def field(self, *way: str | int) -> Location:
        """Return the location of a front matter field; line 1 if it is missing."""
        if self.front is None:
            return Location(self.file.path, 1)
        line = self.front.at(*way).line if way in self.front.lines else 1
        return Location(self.file.path, line)

    def place(self, block: MarkdownBlock) -> Location:
        """Return the location of a block's first line."""
        return Location(self.file.path, block.line)


@dataclass(frozen=True, slots=True)
class Tree:
    """A project as the rules see it."""

    project: Project
    files: tuple[TextFile, ...]
    sheets: tuple[Sheet, ...]
    manifest: Manifest | None
    report: tuple[Block, ...]
    """The blocks of the source text; empty if it cannot be read."""
    source: bytes
    """The source text, encoded as in its file; of a Word document, its text in UTF-8."""
    library: Library | None
    """None if there are `errors`."""
    errors: tuple[MingbaiError, ...]
    """The errors of reading, in the order in which they were found."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of mistake, and how to find it."""

    id: str
    """In kebab-case; docs/reference/checks.md has a section of this name."""
    find: Callable[[Tree], Iterator[Finding]]
