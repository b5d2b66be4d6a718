"""The command of the translations' states: status."""

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mingbai.content.ledger import Standing
    from mingbai.content.library import Library
    from mingbai.content.tally import Tally
    from mingbai.project import Project


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--record", is_flag=True, help="Bring data/translations.jsonl up to date first.")
def status(*, as_json: bool, record: bool) -> None:
    """Show how far the English has come, page by page and in all.

    With --record, what persons wrote since is written to the ledger as edited; stale blocks stay
    stale. The exit code is 0 when every block has English that is as new as its Chinese, else 1.
    """
    from mingbai.content.ledger import standings
    from mingbai.content.library import read_library
    from mingbai.content.pairing import pairs
    from mingbai.content.tally import tallies
    from mingbai.project import find_project

    project = find_project(Path.cwd())
    library = read_library(project)
    found = standings(pairs(library), library.ledger)
    if record:
        found = _record(project, library, found)
    tallied = tallies(found)
    if as_json:
        click.echo(json.dumps(_data(tallied, found), ensure_ascii=False, indent=1))
    else:
        for line in _table(tallied):
            click.echo(line)
    raise SystemExit(0 if tallied[-1].is_done else 1)


def _record(
    project: "Project", library: "Library", found: "tuple[Standing, ...]"
) -> "tuple[Standing, ...]":
    from mingbai.content.ledger import standings, write_ledger
    from mingbai.glossary import ChineseIndex
    from mingbai.translation.marking import record_edited

    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    ledger = record_edited(library.ledger, found, ChineseIndex(library.terms), today)
    if ledger.records != library.ledger.records:
        write_ledger(project.data / "translations.jsonl", ledger)
    return standings((standing.pair for standing in found), ledger)


def _data(tallied: "tuple[Tally, ...]", found: "tuple[Standing, ...]") -> dict[str, object]:
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
    """Return the table's lines; states in which no block is are left out."""
    states = [state for state, count in tallied[-1].counts.items() if count]
    width = max(len(tally.page or "all pages") for tally in tallied)
    head = f"{'page':<{width}}  blocks" + "".join(f"  {state}" for state in states)
    lines = [head]
    for tally in tallied:
        cells = "".join(f"  {tally.counts[state]:>{len(state)}}" for state in states)
        lines.append(f"{tally.page or 'all pages':<{width}}  {tally.total:>6}{cells}")
    return lines
