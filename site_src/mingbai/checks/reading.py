"""Prepares a project for the rules: its pages as typed, and what was read from them."""

from mingbai import yamlfile
from mingbai.checks.model import Sheet, Tree
from mingbai.content.reading import read_project
from mingbai.content.reading.textfiles import TextFile
from mingbai.errors import Location, MingbaiError, PageInvalid
from mingbai.language import Language
from mingbai.messages import tell
from mingbai.project import Project
from mingbai.report.pages.blocks import blocks
from mingbai.report.pages.pagefile import parse_page
from mingbai.report.parse import parse


def read_tree(project: Project) -> Tree:
    """Return a project with all that is wrong in it; nothing is raised for what editors wrote."""
    loaded = read_project(project)
    known = {page.path for page in loaded.manifest.pages} if loaded.manifest else set()
    pages = (file for file in loaded.sheets if file.path.suffix == ".md")
    source = loaded.source
    return Tree(
        project=project,
        files=loaded.sheets,
        sheets=tuple(_sheet(project, file, known) for file in pages),
        manifest=loaded.manifest,
        report=() if source is None else blocks(parse(source)),
        source=b"" if source is None else source.encode(),
        library=loaded.library,
        errors=loaded.errors,
    )


def _sheet(project: Project, file: TextFile, known: set[str]) -> Sheet:
    language = Language(file.path.parts[1])
    folder = project.content(language).relative_to(project.root)
    path = file.path.relative_to(folder).as_posix()
    page = parse_page(file.text)
    try:
        if not page.front_matter:
            raise PageInvalid(
                Location(file.path, 1), tell("No front matter."), todo=tell("Add it.")
            )
        front = yamlfile.parse(page.front_matter, file.path, 2)
    except MingbaiError:
        front = None
    return Sheet(file, language, path, page, front, path in known)
