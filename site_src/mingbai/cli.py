"""The command ``mingbai``: parse the arguments, call, print, exit.

Exit codes: 0 clean, 1 something is left for a person, 2 could not run. Heavy rooms are imported
inside the commands, so that ``--help`` is instant.
"""

import functools
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import mingbai
from mingbai.errors import Location, MingbaiError

if TYPE_CHECKING:
    from mingbai.figures import ListedNumber
    from mingbai.report.manifest import Manifest
    from mingbai.report.model import Report
    from mingbai.report.split import Update, Written

_FILE = click.Path(path_type=Path)


class _Commands(click.Group):
    """Prints our errors as one line each and exits with 2."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (as click's)
        try:
            return super().invoke(ctx)
        except MingbaiError as error:
            click.echo(str(error), err=True)
            ctx.exit(2)
        except BrokenPipeError:
            ctx.exit(0)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(mingbai.__version__, prog_name="mingbai")
def main() -> None:
    """Turn a Chinese government work report into a bilingual public explainer."""


def _report_argument(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the parsed report of its FILE argument."""

    @click.argument("file", type=_FILE)
    @functools.wraps(command)
    def with_report(file: Path, **options: object) -> None:
        from mingbai.report.parse import parse
        from mingbai.report.read import read_source

        command(report=parse(read_source(file)), file=file, **options)

    return with_report


@main.command()
@_report_argument
@click.option("--json", "as_json", is_flag=True, help="Print JSON with character offsets.")
def outline(report: "Report", file: Path, *, as_json: bool) -> None:
    """Print the structure of the report in FILE (.txt or .docx)."""
    from mingbai.report.outline import outline_data, outline_lines

    if as_json:
        click.echo(json.dumps(outline_data(report), ensure_ascii=False, indent=1))
        return
    if not report.outline:
        click.echo(f"{file}: no headings were found.", err=True)
    for line in outline_lines(report.outline):
        click.echo(line)


@main.command()
@_report_argument
@click.option("--into", "folder", type=_FILE, required=True, help="The folder of the pages.")
@click.option(
    "--slugs",
    type=_FILE,
    help="YAML map from headings to slugs; by default data/slugs.yml of the project.",
)
@click.option("--update", is_flag=True, help="Merge a changed report into edited pages.")
def split(report: "Report", file: Path, folder: Path, slugs: Path | None, *, update: bool) -> None:
    """Write the report in FILE as Markdown pages, one a section.

    Run again, it changes nothing. Pages that were edited are never overwritten: they are listed,
    and the exit code is 1; with --update what can be merged is merged.
    """
    from mingbai.report import manifest, plan, store
    from mingbai.report.split import compare, render

    names, map_file = _slug_map(slugs, folder)
    if not report.outline:
        click.echo(f"{file}: warning: no headings were found; it becomes one page.", err=True)
    written = render(report, plan.plan(report, names, Location(map_file)))
    has_manifest = (folder / manifest.NAME).exists()
    old = manifest.read_manifest(folder) if has_manifest else None
    present = store.read_pages(folder) if folder.is_dir() else {}
    found = compare(written, old, present)
    standing = [change for change in found.changes if change.state != "new"]
    blocked = standing if not update else list(found.conflicts)
    for change in blocked if not update else found.changes:
        reason = f": {change.reason}" if change.reason else ""
        click.echo(f"{folder / change.path}: {change.state}{reason}", err=True)
    if blocked and not update:
        click.echo("Nothing was written; --update merges what can be merged.", err=True)
        raise SystemExit(1)
    _write_split(folder, written, found, old, present)
    raise SystemExit(1 if blocked else 0)


def _write_split(
    folder: Path,
    written: "Written",
    found: "Update",
    old: "Manifest | None",
    present: Mapping[str, str],
) -> None:
    from mingbai.report import manifest, store

    files = {path: text for path, text in found.files.items() if present.get(path) != text}
    if files or found.removed or old != written.manifest:
        files[manifest.NAME] = manifest.dump_manifest(written.manifest)
        store.write_pages(folder, files, found.removed)
    click.echo(f"{folder}: {len(found.files)} pages, {max(len(files) - 1, 0)} written.")


def _slug_map(slugs: Path | None, folder: Path) -> tuple[Mapping[str, str], Path]:
    from pydantic import TypeAdapter

    from mingbai import yamlfile
    from mingbai.project import find_project

    if slugs is None:
        try:
            slugs = find_project(folder).data / "slugs.yml"
        except MingbaiError:
            return {}, folder
        if not slugs.exists():
            return {}, folder
    file = yamlfile.load(slugs)
    return yamlfile.checked(file, TypeAdapter(dict[str, str])), slugs


@main.command()
@click.argument("folder", type=_FILE)
def join(folder: Path) -> None:
    """Write the report's text, byte for byte, from the pages in FOLDER to standard output."""
    from mingbai.report import manifest, store
    from mingbai.report.join import join as joined

    data = joined(store.read_pages(folder), manifest.read_manifest(folder), folder)
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


@main.command()
@click.argument("folder", type=_FILE)
def stage(folder: Path) -> None:
    """Write the composed site to FOLDER as an ordinary docs tree with a plain mkdocs.yml."""
    from mingbai.project import find_project
    from mingbai.site.documents import read_site
    from mingbai.site.stage import stage as write

    project = find_project(Path.cwd())
    assets = project.root / "overrides" / "assets"
    css = {path.name: path.read_text(encoding="utf-8") for path in sorted(assets.glob("*.css"))}
    site = read_site(project)
    write(site, folder, css)
    click.echo(f"{folder}: {len(site.documents)} pages.")


@main.command()
@_report_argument
@click.option("--json", "as_json", is_flag=True, help="Print JSON with character offsets.")
@click.option("--coverage", is_flag=True, help="List the numbers that no entry of data/ covers.")
def figures(report: "Report", file: Path, *, as_json: bool, coverage: bool) -> None:
    """List every number of the report in FILE: value, unit, bound, kind.

    With --coverage, only those that stand in no quote of the project's data/figures.yml and in no
    entry of data/names.yml; the exit code is then 1 when there are any.
    """
    from mingbai.figures import find_report

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
    raise SystemExit(1 if coverage and numbers else 0)


def _uncovered(file: Path, text: str) -> "tuple[ListedNumber, ...]":
    from mingbai.figures.store import read_figures, read_names, uncovered
    from mingbai.project import find_project

    data = find_project(file.absolute().parent).data
    return uncovered(text, read_figures(data / "figures.yml", text), read_names(data / "names.yml"))
