"""The commands that export texts to translators' tools and import translations: exchange."""

import datetime as dt
from pathlib import Path

import click

from mingbai.cli.arguments import FILE, report_here
from mingbai.cli.exits import leave
from mingbai.messages import tell, tell_many

FORMATS = ("po", "xliff", "tmx", "csv", "tbx")
STATES = ("untranslated", "machine", "edited", "reviewed", "stale", "locked")


@click.group()
def exchange() -> None:
    """Export texts to translators' tools, and import their translations."""


@exchange.command("export")
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("file", type=FILE)
@click.option("--pages", multiple=True, metavar="PAGE", help="Export only this page; repeatable.")
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(STATES),
    help="Export only blocks in this state; repeatable.",
)
def export(format_: str, file: Path, pages: tuple[str, ...], only: tuple[str, ...]) -> None:
    """Write the report's blocks to FILE as po, xliff or tmx, or the glossary as csv or tbx.

    Exit codes: 0 written, 2 could not run.
    """
    from mingbai.atomicfile import write_text
    from mingbai.content.ledger import State
    from mingbai.content.reading import read_library
    from mingbai.translation.exchange import GLOSSARY_WRITERS, WRITERS, units

    library = read_library(report_here())
    if format_ in GLOSSARY_WRITERS:
        if pages or only:
            raise click.UsageError(
                tell("--pages and --only select blocks, which a glossary does not have.")
            )
        write_text(file, GLOSSARY_WRITERS[format_](library.terms))
        message = tell_many(
            "{file}: {count} term.", "{file}: {count} terms.", len(library.terms), file=file
        )
        click.echo(message)
        return
    found = units(library, pages, tuple(State(name) for name in only))
    write_text(file, WRITERS[format_](found))
    message = tell_many("{file}: {count} unit.", "{file}: {count} units.", len(found), file=file)
    click.echo(message)


@exchange.command("import")
@click.argument("file", type=FILE)
def import_(file: Path) -> None:
    """Import what a translator changed in FILE: .po, .xlf or .tmx.

    Exit codes: 0 all changes imported, 1 some units refused (each is printed with the reason),
    2 could not run and wrote nothing.
    """
    from mingbai.content.ledger.lock import changing
    from mingbai.content.reading import read_library
    from mingbai.errors import DataInvalid, Location
    from mingbai.translation.exchange import READERS, import_units

    if file.suffix.lower() not in READERS:
        raise DataInvalid(
            Location(file),
            tell("The file's name ends in none of {endings}.", endings=", ".join(READERS)),
            todo=tell("Rename the file so that its ending names its format."),
        )
    try:
        data = file.read_bytes()
    except OSError as error:
        todo = tell("Check the file's name and permissions.")
        raise DataInvalid(Location(file), tell("The file cannot be read."), todo=todo) from error
    incoming = READERS[file.suffix.lower()](data, file)
    project = report_here()
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    with changing(project):
        outcome = import_units(project, read_library(project), incoming, file, today)
    for name in outcome.imported:
        click.echo(tell("{name}: imported", name=name))
    for refused in outcome.refused:
        click.echo(str(refused), err=True)
    counts = tell(
        "{imported} imported, {refused} refused, {unchanged} unchanged.",
        imported=len(outcome.imported),
        refused=len(outcome.refused),
        unchanged=outcome.unchanged,
    )
    click.echo(counts)
    leave(findings=bool(outcome.refused))
