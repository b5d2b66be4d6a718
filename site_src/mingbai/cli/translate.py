"""The command that drafts the English: translate."""

import datetime as dt
import io
import sys
import time
from typing import TYPE_CHECKING

import click

from mingbai.cli.arguments import report_here
from mingbai.cli.exits import CouldNotRun, leave
from mingbai.messages import tell, tell_many

if TYPE_CHECKING:
    from mingbai.content.ledger import Ledger
    from mingbai.content.state import TranslationState
    from mingbai.project import Project
    from mingbai.translation.draft import Drafting, Step

_NEW_LINE = "\r\033[K"
"""Erases the progress bar from its line of the terminal; the next step draws it below."""

NAMES = ("none", "google", "mymemory", "libre", "deepl", "openai-compatible")


@click.command()
@click.argument("pages", nargs=-1)
@click.option(
    "--engine", type=click.Choice(NAMES), default="none", help="Translation engine to use."
)
@click.option(
    "--only",
    type=click.Choice(["stale", "missing"]),
    help="Draft only stale or only missing blocks.",
)
@click.option("--dry-run", is_flag=True, help="List the blocks without calling the engine.")
@click.option("--budget", type=int, help="Maximum number of Chinese characters to send.")
@click.option(
    "--still-valid",
    multiple=True,
    metavar="ID",
    help="Confirm that this stale block's English is correct.",
)
@click.option("--reviewed", is_flag=True, help="Mark PAGES as read in full by another person.")
@click.option("--reviewer", help="Name of the reviewer, for --reviewed.")
def translate(  # noqa: PLR0913, PLR0917 (its options)
    pages: tuple[str, ...],
    engine: str,
    only: str | None,
    budget: int | None,
    still_valid: tuple[str, ...],
    reviewer: str | None,
    *,
    dry_run: bool,
    reviewed: bool,
) -> None:
    """Draft the English of PAGES (review-2023/economy.md …), or of all pages.

    The command never changes what a person wrote; if the Chinese of such a block has changed, it
    writes the draft to data/suggestions.jsonl. It saves each block as soon as it is drafted. API
    keys come from the environment.

    Exit codes: 0 all done, 1 some blocks were not drafted or a mark was refused, 2 could not run,
    or the engine stopped answering.
    """
    from mingbai.content.ledger.lock import running
    from mingbai.translation.draft import Only

    if still_valid or reviewed:
        _mark(still_valid, pages if reviewed else (), reviewer)
        return
    project = report_here()
    drafting = _drafting(project, engine)
    wanted = drafting.wanted(pages, Only(only) if only else None)
    chosen = _within(wanted, budget)
    if dry_run:
        _print_what_would_be_asked(chosen)
        return
    with running(project):
        steps = _run(drafting, chosen)
    left = [step for step in steps if step.problem]
    click.echo(
        tell(
            "{done} drafted, {left} not drafted.",
            done=tell_many("{count} block", "{count} blocks", len(steps) - len(left)),
            left=len(left) + len(wanted) - len(chosen),
        )
    )
    if drafting.patient.is_broken:
        raise CouldNotRun(
            tell("{engine} does not answer. Run the command again later.", engine=engine)
        )
    leave(findings=bool(left) or len(chosen) < len(wanted))


def _drafting(project: "Project", engine: str) -> "Drafting":
    """Return a drafting run of a project, with its engine set up."""
    from mingbai.content.reading import read_library
    from mingbai.translation.draft import Drafting
    from mingbai.translation.engines import ENGINES, EngineError

    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    try:
        return Drafting(project, read_library(project), ENGINES[engine](), today)
    except EngineError as error:
        raise CouldNotRun(tell("{engine}: {error}", engine=engine, error=error)) from error


def _print_what_would_be_asked(chosen: "tuple[TranslationState, ...]") -> None:
    """Print one line per block, and their number and length."""
    for block in chosen:
        pair = block.pair
        message = tell_many(
            "{page} {id}: {state}, {count} character",
            "{page} {id}: {state}, {count} characters",
            len(pair.chinese),
            page=pair.page,
            id=pair.id,
            state=block.state,
        )
        click.echo(message)
    click.echo(
        tell(
            "{blocks}, {characters}.",
            blocks=tell_many("{count} block", "{count} blocks", len(chosen)),
            characters=tell_many(
                "{count} character", "{count} characters", sum(len(s.pair.chinese) for s in chosen)
            ),
        )
    )


def _within(
    wanted: "tuple[TranslationState, ...]", budget: int | None
) -> "tuple[TranslationState, ...]":
    """Return the first blocks, as many as fit the budget."""
    if budget is None:
        return wanted
    spent = 0
    for number, block in enumerate(wanted):
        spent += len(block.pair.chinese)
        if spent > budget:
            return wanted[:number]
    return wanted


def _run(drafting: "Drafting", chosen: "tuple[TranslationState, ...]") -> "list[Step]":
    """Draft the blocks; show a progress bar on a terminal, one line per block elsewhere."""
    steps: list[Step] = []
    is_terminal = sys.stderr.isatty()
    with click.progressbar(
        length=len(chosen),
        label="translate",
        show_pos=True,
        item_show_func=lambda rate: rate,
        file=sys.stderr if is_terminal else io.StringIO(),
    ) as bar:
        begin = time.monotonic()
        for step in drafting.run(chosen):
            steps.append(step)
            bar.update(1, f"{len(steps) / (time.monotonic() - begin):.1f}/s")
            place = f"{step.block.pair.page} {step.block.pair.id}"
            if step.problem:
                start = _NEW_LINE if is_terminal else ""
                message = tell("{place}: not drafted: {why}", place=place, why=step.problem)
                click.echo(start + message, err=True)
            elif not is_terminal:
                click.echo(tell("{place}: done", place=place), err=True)
    return steps


def _mark(still_valid: tuple[str, ...], pages: tuple[str, ...], reviewer: str | None) -> None:
    """Record a person's marks on blocks or pages in the current ledger."""
    from mingbai.content.ledger.lock import changing
    from mingbai.content.ledger.store import change_locked
    from mingbai.content.pairing import pairs
    from mingbai.content.reading import read_library
    from mingbai.content.state import translation_states
    from mingbai.glossary import ChineseIndex
    from mingbai.translation import marking
    from mingbai.translation.quality import check_edition

    if pages and not reviewer:
        raise click.UsageError(tell("--reviewed needs --reviewer NAME."))
    project = report_here()
    refusals: list[marking.Refusal] = []
    with changing(project):
        library = read_library(project)
        texts = pairs(library)
        findings = check_edition(library)

        def mark(ledger: "Ledger") -> "Ledger":
            found = translation_states(texts, ledger)
            if still_valid:
                ledger = marking.still_valid(ledger, found, still_valid)
            if not pages:
                return ledger
            marked, refused = marking.mark_reviewed(
                ledger,
                found,
                pages=pages,
                reviewer=reviewer or "",
                date=dt.datetime.now(tz=dt.UTC).date().isoformat(),
                findings=findings,
                glossary=ChineseIndex(library.terms),
            )
            refusals.extend(refused)
            return marked

        change_locked(project, mark)
    for refusal in refusals:
        click.echo(str(refusal), err=True)
    leave(findings=bool(refusals))
