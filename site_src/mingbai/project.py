"""Where things lie in a project: the one place that knows the folders' names."""

from dataclasses import dataclass
from pathlib import Path

from mingbai.errors import Location, ProjectInvalid

LANGUAGES = ("zh", "en")
"""The languages of a site, the report's own first."""


@dataclass(frozen=True, slots=True)
class Project:
    """One explainer: its folder and the paths inside it."""

    root: Path

    @property
    def data(self) -> Path:
        """The folder of data files."""
        return self.root / "data"

    @property
    def edition(self) -> Path:
        """The file that describes the report: title, date, source, corrections."""
        return self.data / "report.yml"

    @property
    def zh(self) -> Path:
        """The report as Markdown pages, and the explainer's own pages, in Chinese."""
        return self.content("zh")

    @property
    def en(self) -> Path:
        """The same tree in English."""
        return self.content("en")

    def content(self, language: str) -> Path:
        """Return the folder of one language's pages."""
        return self.root / "content" / language


def find_project(start: Path) -> Project:
    """Return the project that holds ``start``: the nearest folder above with data/report.yml.

    Raises:
        ProjectInvalid: there is none.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        project = Project(folder)
        if project.edition.is_file():
            return project
    raise ProjectInvalid(
        Location(start),
        "No data/report.yml here or in a folder above.",
        todo="Change into the project's folder.",
    )
