"""The commands that read and write the report's text: outline, split, join."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.cli.arguments import FILE, project_here, report_argument
from mingbai.cli.exits import leave
from mingbai.errors import Location, MingbaiError
from mingbai.messages import tell, tell_many

if TYPE_CHECKING:
    from mingbai.report.model import Report
    from mingbai.report.pages.manifest import Manifest
    from mingbai.report.pages.split import Update, Written


@click.command()
@report_argument
@click.option("--json", "as_json", is_flag=True, help="Print JSON with character offsets.")
def outline(report: "Report", file: Path, *, as_json: bool) -> None:
    """Print the structure of the report in FILE (.txt or .docx)."""
    from mingbai.report.characters import odd_characters
    from mingbai.report.outline import outline_data, outline_lines

    if as_json:
        click.echo(json.dumps(outline_data(report), ensure_ascii=False, indent=1))
        return
    if not report.outline:
        click.echo(tell("{file}: no headings were found.", file=file), err=True)
    for line in outline_lines(report.outline):
        click.echo(line)
    for odd in odd_characters(report.source.text):
        click.echo(
            tell("{file}:{odd}. Pages omit it; join restores it.", file=file, odd=odd),
            err=True,
        )


@click.command()
@report_argument
@click.option("--into", "folder", type=FILE, required=True, help="Folder of the pages.")
@click.option(
    "--slugs",
    type=FILE,
    help="YAML map from headings to slugs; default: the project's data/slugs.yml.",
)
@click.option("--update", is_flag=True, help="Merge a changed report into edited pages.")
def split(report: "Report", file: Path, folder: Path, slugs: Path | None, *, update: bool) -> None:
    """Write the report in FILE as Markdown pages, one per section.

    A second run changes nothing. Edited pages are never overwritten: the command lists them and
    exits with 1. --update merges what can be merged.
    """
    from mingbai.report import plan, store
    from mingbai.report.pages import manifest
    from mingbai.report.pages.split import compare, render

    names, map_file = _slug_map(slugs, folder)
    if not report.outline:
        click.echo(
            tell("{file}: warning: no headings were found; it becomes one page.", file=file),
            err=True,
        )
    written = render(report, plan.plan(report, names, Location(map_file)))
    has_manifest = (folder / manifest.NAME).exists()
    old = manifest.read_manifest(folder) if has_manifest else None
    present = store.read_pages(folder) if folder.is_dir() else {}
    found = compare(written, old, present)
    changed = [change for change in found.changes if change.state != "new"]
    blocked = changed if not update else list(found.conflicts)
    for change in blocked if not update else found.changes:
        reason = f": {change.reason}" if change.reason else ""
        message = tell("{path}: {state}", path=folder / change.path, state=change.state) + reason
        click.echo(message, err=True)
    if blocked and not update:
        click.echo(
            tell("Nothing was written. Run again with --update to merge what can be merged."),
            err=True,
        )
        leave(findings=True)
    _write_split(folder, written, found, old, present)
    leave(findings=bool(blocked))


def _write_split(
    folder: Path,
    written: "Written",
    found: "Update",
    old: "Manifest | None",
    present: Mapping[str, str],
) -> None:
    from mingbai.report import store
    from mingbai.report.pages import manifest

    files = {path: text for path, text in found.files.items() if present.get(path) != text}
    if files or found.removed or old != written.manifest:
        files[manifest.NAME] = manifest.dump_manifest(written.manifest)
        store.write_pages(folder, files, found.removed)
    click.echo(
        tell(
            "{folder}: {pages}, {written} written.",
            folder=folder,
            pages=tell_many("{count} page", "{count} pages", len(found.files)),
            written=max(len(files) - 1, 0),
        )
    )


def _slug_map(slugs: Path | None, folder: Path) -> tuple[Mapping[str, str], Path]:
    from mingbai.report.plan import read_slugs

    if slugs is None:
        try:
            slugs = project_here(folder).data / "slugs.yml"
        except MingbaiError:
            return {}, folder
        if not slugs.exists():
            return {}, folder
    return read_slugs(slugs), slugs


@click.command()
@click.argument("folder", type=FILE)
def join(folder: Path) -> None:
    """Print the report's text, byte for byte, from the pages in FOLDER."""
    from mingbai.report import store
    from mingbai.report.pages import manifest
    from mingbai.report.pages.join import join as joined

    data = joined(store.read_pages(folder), manifest.read_manifest(folder), folder)
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
