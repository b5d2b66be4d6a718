"""The command that begins an explainer: new."""

from pathlib import Path

import click

from mingbai.cli.arguments import FILE
from mingbai.cli.schemas import schema_files
from mingbai.messages import tell


@click.command()
@click.argument("folder", metavar="DIR", type=FILE)
@click.argument("report", type=FILE)
@click.option("--title", help="Of the report: 嘉兴市2024年政府工作报告.")
@click.option("--year", type=click.IntRange(1949, 2999), help="Of the report.")
def new(folder: Path, report: Path, title: str | None, year: int | None) -> None:
    """Make a project in DIR for another REPORT (.txt or .docx).

    It has the report as pages, drafts of figures and glossary, templates and settings; it passes
    its checks and builds at once. The English is left to be written. DIR must not exist or be
    empty; where something is wrong, nothing is written.
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
            "{folder}: {title}, {pages} pages. README.md says what to do next.",
            folder=folder,
            title=names.title[0],
            pages=pages,
        )
    )
