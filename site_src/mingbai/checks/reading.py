"""A project read for checking: what cannot be read is kept as an error, and the rest goes on."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from mingbai import yamlfile
from mingbai.checks.model import Sheet, TextFile, Tree
from mingbai.content.edition import read_edition
from mingbai.content.editions import NO_REPORT
from mingbai.content.library import read_library
from mingbai.errors import Location, MingbaiError, PageInvalid, SeveralErrors
from mingbai.figures.store import read_names
from mingbai.language import LANGUAGES, Language
from mingbai.project import Project
from mingbai.report.pages.blocks import blocks
from mingbai.report.pages.manifest import Manifest, read_manifest
from mingbai.report.pages.pagefile import parse_page
from mingbai.report.parse import parse
from mingbai.report.read import read_source
from mingbai.translation.quality import read_waivers

T = TypeVar("T")
U = TypeVar("U")


class _Errors:
    """Collects what stood in the way, each error once."""

    def __init__(self) -> None:
        self.all: dict[str, MingbaiError] = {}

    def tried(self, read: Callable[[], T], otherwise: U) -> T | U:
        """Return what was read, or else the other."""
        try:
            return read()
        except SeveralErrors as several:
            self.all |= {str(error): error for error in several.errors}
        except MingbaiError as error:
            self.all[str(error)] = error
        return otherwise


def read_tree(project: Project) -> Tree:
    """Return a project with all that is wrong in it; nothing is raised for what editors wrote."""
    errors = _Errors()
    files = _files(project)
    manifest = errors.tried(lambda: _manifest(project), None)
    edition = None if project.is_front else errors.tried(lambda: read_edition(project), None)
    library = errors.tried(lambda: read_library(project), None)
    waivers = errors.tried(lambda: read_waivers(project.data / "waivers.yml"), ())
    names = project.data_file("names.yml")
    errors.tried(lambda: read_names(names) if names.exists() else (), ())
    slugs = project.data / "slugs.yml"
    if slugs.exists():
        adapter = TypeAdapter(dict[str, str])
        errors.tried(lambda: yamlfile.checked(yamlfile.load(slugs), adapter), {})
    source = None if edition is None else project.data / edition.source
    text = None if source is None else errors.tried(lambda: read_source(source), None)
    report = () if text is None else errors.tried(lambda: blocks(parse(text)), ())
    return Tree(
        project=project,
        files=files,
        sheets=_sheets(project, files, manifest),
        manifest=manifest,
        report=report,
        source=b"" if text is None else text.encode(),
        library=library,
        waivers=waivers,
        errors=tuple(errors.all.values()),
    )


def _manifest(project: Project) -> Manifest | None:
    return NO_REPORT if project.is_front else read_manifest(project.zh)


def _files(project: Project) -> tuple[TextFile, ...]:
    """Return what editors write: the pages, and the files of data/ that are not the source text."""
    paths = [
        *sorted(path for language in LANGUAGES for path in _pages(project, language)),
        *sorted(path for ending in ("*.yml", "*.jsonl") for path in project.data.glob(ending)),
    ]
    return tuple(
        TextFile(path.relative_to(project.root), path.read_bytes())
        for path in paths
        if _is_ours(path, project.root)
    )


def _pages(project: Project, language: Language) -> Iterator[Path]:
    """Yield a language's pages, above the editions without theirs."""
    folder = project.content(language)
    others = project.editions if project.is_front else ()
    for path in folder.rglob("*.md"):
        if path.relative_to(folder).parts[0] not in others:
            yield path


def _is_ours(path: Path, root: Path) -> bool:
    """Return whether a file lies in the project, and is no hidden one."""
    hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
    return path.is_file() and not hidden and path.resolve().is_relative_to(root.resolve())


def _sheets(
    project: Project, files: tuple[TextFile, ...], manifest: Manifest | None
) -> tuple[Sheet, ...]:
    known = {page.path for page in manifest.pages} if manifest else set()
    return tuple(_sheet(project, file, known) for file in files if file.path.suffix == ".md")


def _sheet(project: Project, file: TextFile, known: set[str]) -> Sheet:
    language = Language(file.path.parts[1])
    folder = project.content(language).relative_to(project.root)
    path = file.path.relative_to(folder).as_posix()
    page = parse_page(file.text)
    try:
        if not page.front_matter:
            raise PageInvalid(Location(file.path, 1), "No front matter.", todo="Add it.")
        front = yamlfile.parse(page.front_matter, file.path, 2)
    except MingbaiError:
        front = None
    return Sheet(file, language, path, page, front, path in known)
