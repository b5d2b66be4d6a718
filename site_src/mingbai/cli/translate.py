"""The command that drafts the English: translate."""

import datetime as dt
import io
import sys
import time
from typing import TYPE_CHECKING

import click

from mingbai.cli.arguments import report_here
from mingbai.cli.exits import CouldNotRun, leave
from mingbai.messages import tell

if TYPE_CHECKING:
    from mingbai.content.ledger import Ledger
    from mingbai.content.state import TranslationState
    from mingbai.project import Project
    from mingbai.translation.draft import Drafting, Step

_NEW_LINE = "\r\033[K"
"""Wipes the bar off its line of the terminal; the next step draws it again below."""

NAMES = ("none", "google", "mymemory", "libre", "deepl", "openai-compatible")


@click.command()
@click.argument("pages", nargs=-1)
@click.option("--engine", type=click.Choice(NAMES), default="none", help="Who is asked.")
@click.option("--only", type=click.Choice(["stale", "missing"]), help="Only such blocks.")
@click.option("--dry-run", is_flag=True, help="Say what would be asked, and ask nobody.")
@click.option("--budget", type=int, help="Ask for so many Chinese characters at most.")
@click.option("--still-valid", multiple=True, metavar="ID", help="The English still fits.")
@click.option("--reviewed", is_flag=True, help="PAGES were read whole by another person.")
@click.option("--reviewer", help="With --reviewed: who read them.")
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

    What a person wrote is never touched; for a block whose Chinese has changed since, a draft goes
    to data/suggestions.jsonl. Every finished block is saved at once. Keys come from the
    environment.

    Exit codes: 0 all done, 1 some blocks are left or a mark was refused, 2 could not run, or the
    engine stopped answering.
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
            "{count} done, {count_2} left.",
            count=len(steps) - len(left),
            count_2=len(left) + len(wanted) - len(chosen),
        )
    )
    if drafting.patient.is_broken:
        raise CouldNotRun(f"{engine} does not answer. Run the command again later.")
    leave(findings=bool(left) or len(chosen) < len(wanted))


def _drafting(project: "Project", engine: str) -> "Drafting":
    """Return a run over a project with an engine that is ready to be asked."""
    from mingbai.content.reading import read_library
    from mingbai.translation.draft import Drafting
    from mingbai.translation.engines import ENGINES, EngineError

    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    try:
        return Drafting(project, read_library(project), ENGINES[engine](), today)
    except EngineError as error:
        raise CouldNotRun(f"{engine}: {error}") from error


def _print_what_would_be_asked(chosen: "tuple[TranslationState, ...]") -> None:
    """Print a line a block, and their number and length."""
    for standing in chosen:
        pair = standing.pair
        click.echo(f"{pair.page} {pair.id}: {standing.state}, {len(pair.chinese)} characters")
    click.echo(
        tell(
            "{count} blocks, {sum} characters.",
            count=len(chosen),
            sum=sum(len(s.pair.chinese) for s in chosen),
        )
    )


def _within(
    wanted: "tuple[TranslationState, ...]", budget: int | None
) -> "tuple[TranslationState, ...]":
    """Return the blocks at the beginning that the budget has room for."""
    if budget is None:
        return wanted
    spent = 0
    for number, standing in enumerate(wanted):
        spent += len(standing.pair.chinese)
        if spent > budget:
            return wanted[:number]
    return wanted


def _run(drafting: "Drafting", chosen: "tuple[TranslationState, ...]") -> "list[Step]":
    """Draft the blocks with a bar on a terminal, with a line a block elsewhere."""
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
            place = f"{step.standing.pair.page} {step.standing.pair.id}"
            if step.problem:
                start = _NEW_LINE if is_terminal else ""
                click.echo(f"{start}{place}: left: {step.problem}", err=True)
            elif not is_terminal:
                click.echo(f"{place}: done", err=True)
    return steps


def _mark(still_valid: tuple[str, ...], pages: tuple[str, ...], reviewer: str | None) -> None:
    """Take over what a person says of blocks or pages, into the ledger as it is now."""
    from mingbai.content.ledger.lock import changing
    from mingbai.content.ledger.store import change_locked
    from mingbai.content.pairing import pairs
    from mingbai.content.reading import read_library
    from mingbai.content.state import translation_states
    from mingbai.glossary import ChineseIndex
    from mingbai.translation import marking
    from mingbai.translation.quality import check_edition

    if pages and not reviewer:
        raise click.UsageError(tell("--reviewed needs --reviewer NAME"))
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
