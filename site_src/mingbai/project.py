"""Where things lie in a project: the one place that knows the folders' names.

A project holds one report, described by data/report.yml, or one report an edition, each described
by data/EDITION/report.yml. Source: docs/guide/editions.md.
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
"""Files of data/ that all editions share; one of the same name in an edition takes its place."""
_EDITION = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TAKEN = frozenset({"assets", Language.EN.value})
"""Folders of the built site."""


def language_root(language: Language, edition: str = "") -> str:
    """Return where the pages of a language begin, from the site's root.

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
    """Name of the edition's folders; empty where the project has one report, and for what stands
    above the editions."""

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
        """The report as Markdown pages, and the explainer's own pages, in Chinese."""
        return self.content(Language.ZH)

    @property
    def en(self) -> Path:
        """The same tree in English."""
        return self.content(Language.EN)

    def content(self, language: Language) -> Path:
        """Return the folder of one language's pages."""
        return self.root / "content" / language / self.edition

    def data_file(self, name: str) -> Path:
        """Return where a data file lies, or would lie: the edition's own before the shared one."""
        own, shared = self.data / name, self.root / "data" / name
        return shared if name in SHARED and not own.exists() else own

    @property
    def editions(self) -> tuple[str, ...]:
        """The names of all editions in rising order; none where the project has one report.

        Raises:
            ProjectInvalid: there is a report above the editions, or a folder cannot be an address.
        """
        found = sorted((self.root / "data").glob("*/report.yml"))
        names = tuple(path.parent.name for path in found)
        above = Project(self.root).report
        if names and above.exists():
            raise ProjectInvalid(
                Location(above.relative_to(self.root)),
                tell(
                    "There is data/{names}/report.yml too: a project has one report or editions.",
                    names=names[0],
                ),
                todo=tell("Move this report's files into a folder of their own: data/2024/."),
            )
        for path, name in zip(found, names, strict=True):
            if not _EDITION.fullmatch(name) or name in _TAKEN:
                raise ProjectInvalid(
                    Location(path.relative_to(self.root)),
                    tell(
                        "An edition cannot be called {name!r}: the name stands in addresses.",
                        name=name,
                    ),
                    todo=tell(
                        "Name its folders with small letters, digits and single hyphens: 2024."
                    ),
                )
        return names

    @property
    def is_front(self) -> bool:
        """Whether this is what stands above the editions: the site's own pages."""
        return not self.edition and bool(self.editions)

    @property
    def parts(self) -> "tuple[Project, ...]":
        """The front and each edition; the project itself where it is one report."""
        if not self.is_front:
            return (self,)
        return (self, *(Project(self.root, name) for name in self.editions))


def find_project(start: Path) -> Project:
    """Return the project that holds ``start``, and the edition in whose folders it lies.

    That is the nearest folder above with data/report.yml or data/EDITION/report.yml.

    Raises:
        ProjectInvalid: there is none.
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
        tell("No data/report.yml here or in a folder above."),
        todo=tell("Change into the project's folder."),
    )


def chosen(project: Project, edition: str | None) -> Project:
    """Return the project at the edition that was asked for by name, if one was.

    Raises:
        ProjectInvalid: it has no such edition.
    """
    if edition is None:
        return project
    names = project.editions
    if edition not in names:
        known = f"Its editions are {', '.join(names)}." if names else "It has one report alone."
        raise ProjectInvalid(
            Location(project.root / "data"),
            tell("There is no edition {edition!r}. {known}", edition=edition, known=known),
            todo="",
        )
    return Project(project.root, edition)


def of_one_report(project: Project) -> Project:
    """Return a project with one report: itself, its edition, or its only edition.

    Raises:
        ProjectInvalid: there are several, and none was named.
    """
    if not project.is_front:
        return project
    names = project.editions
    if len(names) == 1:
        return Project(project.root, names[0])
    raise ProjectInvalid(
        Location(project.root / "data"),
        tell("There are several editions: {names}.", names=", ".join(names)),
        todo=tell(
            "Name one: mingbai --edition {names} …, or change into its folder.", names=names[-1]
        ),
    )
