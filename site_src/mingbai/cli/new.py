"""The command that creates a project: new."""

from pathlib import Path

import click

from mingbai.cli.arguments import FILE
from mingbai.cli.schemas import schema_files
from mingbai.messages import tell, tell_many


@click.command()
@click.argument("folder", metavar="DIR", type=FILE)
@click.argument("report", type=FILE)
@click.option("--title", help="Title of the report: 嘉兴市2024年政府工作报告.")
@click.option("--year", type=click.IntRange(1949, 2999), help="Year of the report.")
def new(folder: Path, report: Path, title: str | None, year: int | None) -> None:
    """Create a project in DIR for a REPORT (.txt or .docx).

    The project contains the report as pages, drafts of the figures and the glossary, templates and
    settings. It passes its checks and builds at once; the English remains to be written. DIR must
    be new or empty. If anything fails, nothing is written.
    """
    from mingbai.report.read import read_source
    from mingbai.starter.naming import naming
    from mingbai.starter.project import create, project_files

    names = naming(read_source(report).text, report, title, year)
    files = project_files(report, names, schema_files())
    create(folder, files)
    pages = sum(name.startswith("content/zh/") and name.endswith(".md") for name in files)
    click.echo(
        tell(
            "{folder}: {title}, {pages}. Read README.md for the next steps.",
            folder=folder,
            title=names.title[0],
            pages=tell_many("{count} page", "{count} pages", pages),
        )
    )
