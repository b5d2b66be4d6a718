"""Arguments that several commands share."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mingbai.project import Project

FILE = click.Path(path_type=Path)


def project_here(start: Path | None = None) -> "Project":
    """Return the project that contains a folder, with the edition that --edition names selected.

    Raises:
        ProjectInvalid: there is no project, or it has no such edition.
    """
    from mingbai.project import chosen, find_project

    edition = click.get_current_context().find_root().params.get("edition")
    return chosen(find_project(start or Path.cwd()), edition)


def report_here() -> "Project":
    """Return the current project with one edition selected.

    Raises:
        ProjectInvalid: there is no project, or it has several editions and none was named.
    """
    from mingbai.project import of_one_report

    return of_one_report(project_here())


def report_argument(command: Callable[..., None]) -> Callable[..., None]:
    """Pass a command the report parsed from its FILE argument."""

    @click.argument("file", type=FILE)
    @functools.wraps(command)
    def with_report(file: Path, **options: object) -> None:
        from mingbai.report.parse import parse
        from mingbai.report.read import read_source

        command(report=parse(read_source(file)), file=file, **options)

    return with_report
