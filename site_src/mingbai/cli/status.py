"""The command that shows the states of the translation: status."""

import datetime as dt
import json
from typing import TYPE_CHECKING

import click

from mingbai.cli.arguments import project_here
from mingbai.cli.exits import leave

if TYPE_CHECKING:
    from mingbai.content.ledger import Ledger
    from mingbai.content.library import Library
    from mingbai.content.state import TranslationState
    from mingbai.content.tally import Tally
    from mingbai.project import Project


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--record", is_flag=True, help="Update data/translations.jsonl first.")
def status(*, as_json: bool, record: bool) -> None:
    """Show the state of the English for each page and in total.

    --record marks blocks that people have written since the last run as edited in the ledger; stale
    blocks stay stale. The exit code is 0 if every block has up-to-date English, else 1.

    A project with several editions is shown whole, unless --edition names one of them.
    """
    from mingbai.content.tally import tallies

    project = project_here()
    reports = [part for part in project.parts if not part.is_front]
    states_of = {part.edition: _states(part, record=record) for part in reports}
    tallied = {name: tallies(found) for name, found in states_of.items()}
    if as_json:
        data = {name: _data(tallied[name], found) for name, found in states_of.items()}
        shown = {"editions": data} if project.is_front else data[project.edition]
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    else:
        for name, rows in tallied.items():
            for line in ([f"{name}:"] if project.is_front else []) + _table(rows):
                click.echo(line)
    leave(findings=not all(rows[-1].is_done for rows in tallied.values()))


def _states(project: "Project", *, record: bool) -> "tuple[TranslationState, ...]":
    from mingbai.content.ledger.lock import changing
    from mingbai.content.pairing import pairs
    from mingbai.content.reading import read_library
    from mingbai.content.state import translation_states

    if record:
        with changing(project):
            return _recorded(project, read_library(project))
    library = read_library(project)
    return translation_states(pairs(library), library.ledger)


def _recorded(project: "Project", library: "Library") -> "tuple[TranslationState, ...]":
    """Record in the ledger what people have written since, and return the states."""
    from mingbai.content.ledger.store import change_locked
    from mingbai.content.pairing import pairs
    from mingbai.content.state import translation_states
    from mingbai.glossary import ChineseIndex
    from mingbai.translation.marking import record_edited

    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    glossary = ChineseIndex(library.terms)
    texts = pairs(library)

    def record(ledger: "Ledger") -> "Ledger":
        return record_edited(ledger, translation_states(texts, ledger), glossary, today)

    return translation_states(texts, change_locked(project, record, sign_all=True))


def _data(tallied: "tuple[Tally, ...]", found: "tuple[TranslationState, ...]") -> dict[str, object]:
    return {
        "total": _counts(tallied[-1]),
        "pages": [{"page": tally.page, **_counts(tally)} for tally in tallied[:-1]],
        "left": [
            {"page": one.pair.page, "id": one.pair.id, "state": one.state}
            for one in found
            if one.pair.english is None or one.is_outdated
        ],
    }


def _counts(tally: "Tally") -> dict[str, int]:
    return {"blocks": tally.total, **{str(state): count for state, count in tally.counts.items()}}


def _table(tallied: "tuple[Tally, ...]") -> list[str]:
    """Return the lines of the table, without the states that no block has."""
    states = [state for state, count in tallied[-1].counts.items() if count]
    width = max(len(tally.page or "all pages") for tally in tallied)
    head = f"{'page':<{width}}  blocks" + "".join(f"  {state}" for state in states)
    lines = [head]
    for tally in tallied:
        cells = "".join(f"  {tally.counts[state]:>{len(state)}}" for state in states)
        lines.append(f"{tally.page or 'all pages':<{width}}  {tally.total:>6}{cells}")
    return lines
