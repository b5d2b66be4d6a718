"""The paths of a project: the only module that knows the names of its folders.

A project has one report, described by data/report.yml, or several editions with one report each,
described by data/EDITION/report.yml. Source: docs/guide/editions.md.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from mingbai.errors import Location, ProjectInvalid
from mingbai.language import Language
from mingbai.messages import tell

SHARED = frozenset(
    {"glossary.yml", "memory.jsonl", "names.yml", "site.yml", "synonyms.yml", "topics.yml"}
)
"""Files of data/ that all editions share; a file of the same name in an edition overrides it."""
_EDITION = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TAKEN = frozenset({"assets", Language.EN.value})
"""Folders of the built site; no edition may have their names."""


def language_root(language: Language, edition: str = "") -> str:
    """Return the folder of a language's pages, relative to the site's root.

    >>> language_root(Language.ZH), language_root(Language.EN)
    ('', 'en/')
    >>> language_root(Language.ZH, "2024"), language_root(Language.EN, "2024")
    ('2024/', 'en/2024/')
    """
    return language.pick("", "en/") + (f"{edition}/" if edition else "")


@dataclass(frozen=True, slots=True)
class Project:
    """One explainer: its folder and the paths inside it."""

    root: Path
    edition: str = ""
    """Name of the edition's folders; empty for a project with one report, and for the pages above
    the editions."""

    @property
    def data(self) -> Path:
        """The folder of the data files that belong to one report."""
        return self.root / "data" / self.edition

    @property
    def report(self) -> Path:
        """The file that describes the report: title, date, source, corrections."""
        return self.data / "report.yml"

    @property
    def zh(self) -> Path:
        """The folder of the Chinese pages: the report's and the explainer's own."""
        return self.content(Language.ZH)

    @property
    def en(self) -> Path:
        """The folder of the English pages, which has the same tree."""
        return self.content(Language.EN)

    def content(self, language: Language) -> Path:
        """Return the folder of one language's pages."""
        return self.root / "content" / language / self.edition

    def data_file(self, name: str) -> Path:
        """Return the path of a data file: the edition's own if it exists, else the shared one."""
        own, shared = self.data / name, self.root / "data" / name
        return shared if name in SHARED and not own.exists() else own

    @property
    def editions(self) -> tuple[str, ...]:
        """The names of all editions, sorted; empty if the project has one report.

        Raises:
            ProjectInvalid: there is a report above the editions, or a folder's name cannot be part
                of an address.
        """
        found = sorted((self.root / "data").glob("*/report.yml"))
        names = tuple(path.parent.name for path in found)
        above = Project(self.root).report
        if names and above.exists():
            raise ProjectInvalid(
                Location(above.relative_to(self.root)),
                tell(
                    "data/{edition}/report.yml exists too: a project has either one report or "
                    "editions.",
                    edition=names[0],
                ),
                todo=tell("Move this report's files to a folder of their own, such as data/2024/."),
            )
        for path, name in zip(found, names, strict=True):
            if not _EDITION.fullmatch(name) or name in _TAKEN:
                raise ProjectInvalid(
                    Location(path.relative_to(self.root)),
                    tell(
                        "An edition cannot be named {edition!r}: the name is part of addresses.",
                        edition=name,
                    ),
                    todo=tell(
                        "Use only small letters, digits and single hyphens in the names of its "
                        "folders: 2024."
                    ),
                )
        return names

    @property
    def is_front(self) -> bool:
        """Whether this is the front: the site's own pages, above the editions."""
        return not self.edition and bool(self.editions)

    @property
    def parts(self) -> "tuple[Project, ...]":
        """The front and each edition; a project with one report has itself as its only part."""
        if not self.is_front:
            return (self,)
        return (self, *(Project(self.root, name) for name in self.editions))


def find_project(start: Path) -> Project:
    """Return the project that contains ``start``, at the edition whose folder contains it.

    The project's root is the nearest parent folder with data/report.yml or data/EDITION/report.yml.

    Raises:
        ProjectInvalid: ``start`` is not inside a project.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        project = Project(folder)
        names = project.editions
        if project.report.is_file() or names:
            way = start.relative_to(folder).parts
            below = {"data": 1, "content": 2}.get(way[0], len(way)) if way else 0
            is_inside = below < len(way) and way[below] in names
            return Project(folder, way[below]) if is_inside else project
    raise ProjectInvalid(
        Location(start),
        tell("There is no data/report.yml here or in a parent folder."),
        todo=tell("Run the command in the project's folder."),
    )


def chosen(project: Project, edition: str | None) -> Project:
    """Return the project at the named edition; without a name, the project unchanged.

    Raises:
        ProjectInvalid: the project has no such edition.
    """
    if edition is None:
        return project
    names = project.editions
    if edition not in names:
        remedy = tell("Run the command without --edition: the project has one report.")
        if names:
            remedy = tell("Name one of its editions: {editions}.", editions=", ".join(names))
        raise ProjectInvalid(
            Location(project.root / "data"),
            tell("There is no edition {edition!r}.", edition=edition),
            todo=remedy,
        )
    return Project(project.root, edition)


def of_one_report(project: Project) -> Project:
    """Return the project at one report: unchanged, or at its only edition.

    Raises:
        ProjectInvalid: the project has several editions, and none was named.
    """
    if not project.is_front:
        return project
    names = project.editions
    if len(names) == 1:
        return Project(project.root, names[0])
    raise ProjectInvalid(
        Location(project.root / "data"),
        tell("The project has several editions: {editions}.", editions=", ".join(names)),
        todo=tell(
            "Name one (mingbai --edition {edition} …), or run the command in its folder.",
            edition=names[-1],
        ),
    )
