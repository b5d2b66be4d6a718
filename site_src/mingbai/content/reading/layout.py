"""Files that are missing, or in a folder where they do not belong."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mingbai.address import HOME
from mingbai.content.page import Page
from mingbai.errors import Location, MingbaiError, PageInvalid, ProjectInvalid
from mingbai.language import LANGUAGES
from mingbai.messages import tell
from mingbai.project import Project
from mingbai.report.pages.manifest import NAME

if TYPE_CHECKING:
    from pathlib import Path

_OF_ONE = ("figures.yml", "outcomes.yml", "slugs.yml", "targets.yml", "translations.jsonl")
"""Data files that belong to one report."""


def without_home(project: Project) -> list[MingbaiError]:
    """Return an error if the site has no home page."""
    home = project.zh / HOME
    if home.exists():
        return []
    path = home.relative_to(project.root)
    todo = tell("Write {path}; {{{{ contents() }}}} in it shows the report's map.", path=path)
    if project.is_front:
        todo = tell("Write {path}; {{{{ editions() }}}} in it lists all editions.", path=path)
    return [ProjectInvalid(Location(home), tell("The site has no home page."), todo=todo)]


def orphans(project: Project, pages: Mapping[str, Page]) -> list[MingbaiError]:
    """Return an error for each English page that has no Chinese one."""
    folder = project.zh.relative_to(project.root)
    return [
        PageInvalid(
            Location(page.file),
            tell("There is no Chinese page with this name."),
            todo=tell("Give it the name of its page in {folder}, or remove it.", folder=folder),
        )
        for path, page in pages.items()
        if not (project.zh / path).exists()
    ]


def misplaced(project: Project) -> tuple[MingbaiError, ...]:
    """Return an error for each file above the editions that belongs in one or conflicts with it."""
    names = project.editions
    errors: list[tuple[Path, str, str]] = []
    for name in (*_OF_ONE, "waivers.yml"):
        if (project.data / name).exists():
            what = tell("The file belongs to one report, but is above the editions.")
            folders = ", ".join(f"data/{edition}/" for edition in names)
            todo = tell("Move it to the edition that it is about: {folders}.", folders=folders)
            errors.append((project.data / name, what, todo))
    for language in LANGUAGES:
        content = project.content(language)
        for name in names:
            if (page := content / f"{name}.md").exists():
                what = tell("The page has the same address as the edition {edition}.", edition=name)
                errors.append((page, what, tell("Give the page another name.")))
        for found in (*content.glob(NAME), *sorted(content.glob(f"*/{NAME}"))):
            name = found.parent.name
            if name not in names:
                what = tell("The file lists the pages of a report, but no such edition exists.")
                todo = tell("Write data/{edition}/report.yml, or remove the pages.", edition=name)
                if found.parent == content:
                    folders = ", ".join(f"content/{language}/{edition}/" for edition in names)
                    todo = tell(
                        "Move the report's pages to their edition: {folders}.", folders=folders
                    )
                errors.append((found, what, todo))
    return tuple(
        ProjectInvalid(Location(path.relative_to(project.root)), what, todo=todo)
        for path, what, todo in errors
    )
