"""The unparsed files that editors write: the pages, and the data apart from the report's text."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mingbai.content.safety import leads_into
from mingbai.errors import Location, PageInvalid
from mingbai.language import LANGUAGES, Language
from mingbai.messages import tell
from mingbai.project import Project
from mingbai.report.pages.markdown import without_code


@dataclass(frozen=True, slots=True)
class TextFile:
    """One file that editors write, unparsed."""

    path: Path
    """Relative to the project's root."""
    data: bytes

    @property
    def text(self) -> str:
        """The file's text with Unix line ends; bytes that are not UTF-8 become U+FFFD."""
        text = self.data.decode("utf-8-sig", errors="replace")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    @property
    def lines(self) -> tuple[str, ...]:
        """Its lines without line ends; the first has the number 1."""
        return tuple(self.text.split("\n"))

    @property
    def prose(self) -> tuple[str, ...]:
        """Its lines with code replaced by spaces: links and pictures in code do not count."""
        return tuple(without_code(self.text).split("\n"))

    @property
    def exact(self) -> str:
        """The file's exact text.

        Raises:
            PageInvalid: the file is not UTF-8.
        """
        try:
            return self.data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise PageInvalid(
                Location(self.path), tell("The page is not UTF-8."), todo=tell("Save it as UTF-8.")
            ) from error


def pages_in(project: Project, language: Language) -> dict[str, TextFile]:
    """Return a language's pages by path; for the front, without the pages of the editions.

    Hidden files and files outside the project are left out.
    """
    folder = project.content(language)
    return {
        path.relative_to(folder).as_posix(): _read(path, project.root)
        for path in _pages(project, language)
        if _is_ours(path, project.root)
    }


def data_in(project: Project) -> Iterator[TextFile]:
    """Yield the files of data/ that editors write, without those of other editions."""
    for path in sorted(path for end in ("*.yml", "*.jsonl") for path in project.data.glob(end)):
        if _is_ours(path, project.root):
            yield _read(path, project.root)


def links_out(project: Project) -> Iterator[PageInvalid]:
    """Yield an error for each page that is a symbolic link out of its language's folder."""
    for language in LANGUAGES:
        folder = project.content(language).resolve()
        for path in _pages(project, language):
            if path.is_symlink() and not leads_into(path, folder):
                yield PageInvalid(
                    Location(path.relative_to(project.root)),
                    tell("The symbolic link leads out of the folder."),
                    todo=tell("Replace it with the page itself."),
                )


def _pages(project: Project, language: Language) -> list[Path]:
    folder = project.content(language)
    others = () if project.edition else project.editions
    found = sorted(folder.rglob("*.md"))
    return [path for path in found if path.relative_to(folder).parts[0] not in others]


def _read(path: Path, root: Path) -> TextFile:
    return TextFile(path.relative_to(root), path.read_bytes())


def _is_ours(path: Path, root: Path) -> bool:
    """Return whether a file is inside the project and is not hidden."""
    hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
    return not hidden and path.is_file() and leads_into(path, root.resolve())
