"""The command that lists the report's numbers: figures."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.cli.arguments import project_here, report_argument
from mingbai.cli.exits import leave
from mingbai.messages import tell

if TYPE_CHECKING:
    from mingbai.figures import ListedNumber
    from mingbai.report.model import Report


@click.command()
@report_argument
@click.option("--json", "as_json", is_flag=True, help="Print JSON with character offsets.")
@click.option("--coverage", is_flag=True, help="List the numbers that no entry in data/ records.")
@click.option("--draft", "as_draft", is_flag=True, help="Propose entries for data/figures.yml.")
def figures(report: "Report", file: Path, *, as_json: bool, coverage: bool, as_draft: bool) -> None:
    """List every number of the report in FILE: value, unit, bound, kind.

    --coverage lists only numbers that neither data/figures.yml nor data/names.yml records, and
    exits with 1 if there are any. --draft prints YAML entries for a person to finish: their
    English labels, topics and periods say TODO.
    """
    from mingbai.figures import find_report

    if as_draft:
        from mingbai.figures.draft import draft

        click.echo(draft(report.source.text), nl=False)
        return
    text = report.source.text
    numbers = _uncovered(file, text) if coverage else find_report(text)
    if as_json:
        click.echo(
            json.dumps([number.to_json() for number in numbers], ensure_ascii=False, indent=1)
        )
    else:
        for number in numbers:
            end = f"-{number.upper}" if number.upper else ""
            unit = number.unit or ""
            click.echo(
                f"p{number.paragraph:<4} {number.kind:<9} {number.text}  {number.value}{end} {unit}"
                f"{'' if number.bound == 'exact' else f' ({number.bound})'}".rstrip()
            )
    leave(findings=coverage and bool(numbers))


def _uncovered(file: Path, text: str) -> "tuple[ListedNumber, ...]":
    from mingbai.figures.store import read_figures, read_names, uncovered
    from mingbai.project import of_one_report

    project = of_one_report(project_here(file.absolute().parent))
    path = project.data_file("figures.yml")
    if not path.exists():
        message = tell(
            "{file}: This file does not exist, so every number is listed. Draft it with --draft.",
            file=path.relative_to(project.root),
        )
        click.echo(message, err=True)
    figures = read_figures(path, text) if path.exists() else ()
    return uncovered(text, figures, read_names(project.data_file("names.yml")))
