"""Arguments that several commands share."""

import functools
from collections.abc import Callable
from pathlib import Path

import click

FILE = click.Path(path_type=Path)


def report_argument(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the parsed report of its FILE argument."""

    @click.argument("file", type=FILE)
    @functools.wraps(command)
    def with_report(file: Path, **options: object) -> None:
        from mingbai.report.parse import parse
        from mingbai.report.read import read_source

        command(report=parse(read_source(file)), file=file, **options)

    return with_report
