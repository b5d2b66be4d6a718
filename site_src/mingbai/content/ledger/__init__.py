"""The ledger, data/translations.jsonl: from which Chinese each block was translated, and by whom.

Hashes alone show whether a translation is stale, not clocks or version control, so that a copy of
the folder gives the same result. Source: docs/reference/translation.md.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator

from mingbai.content.ledger.jsonl import read_lines, write_lines
from mingbai.digest import words_digest
from mingbai.errors import DataInvalid, MingbaiError, raise_all
from mingbai.glossary import Term
from mingbai.messages import tell


class State(StrEnum):
    """The state of a block's English."""

    UNTRANSLATED = "untranslated"
    """There is no English, or the block still has the Chinese."""
    MACHINE = "machine"
    """An engine wrote it, and no person has changed it since."""
    EDITED = "edited"
    """A person wrote or changed it."""
    REVIEWED = "reviewed"
    """A second person compared all of it with the Chinese."""
    STALE = "stale"
    """The Chinese has changed since."""
    LOCKED = "locked"
    """A person finished it; no engine may change it."""


STORED = (State.MACHINE, State.EDITED, State.REVIEWED, State.LOCKED)
"""The states that a record may have; the others follow from a comparison of the texts."""


Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class Record(BaseModel):
    """The record of one block: its state, and digests of the texts to which the state applies."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    page: Annotated[str, Field(min_length=1)]
    id: Annotated[str, Field(pattern=r"^p[1-9]\d*(-[2-9]|-[1-9]\d+)?$")]
    chinese: Digest
    english: Digest | None = None
    previous: Digest | None = None
    """While an engine's draft is being written: the digest of the English that it replaces."""
    state: State
    """One of `STORED`."""
    engine: str | None = None
    """The engine that drafted it, with its version; None if a person wrote it."""
    glossary: Digest | None = None
    """`terms_digest` of the terms in the block at the time it was drafted or recorded."""
    reviewer: str | None = None
    date: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")] | None = None
    """The day on which the block reached this state."""

    @field_validator("state")
    @classmethod
    def _stored(cls, state: State) -> State:
        if state not in STORED:
            raise ValueError(
                tell("the state {state} is never stored; it follows from the texts", state=state)
            )
        return state


@dataclass(frozen=True, slots=True)
class Ledger:
    """All records of a report."""

    records: Mapping[str, Record] = field(default_factory=dict)
    """The records by block id."""

    def with_records(self, records: Iterable[Record]) -> "Ledger":
        """Return a ledger in which these records replace the old ones."""
        return Ledger({**self.records, **{record.id: record for record in records}})


def read_ledger(path: Path) -> Ledger:
    """Return the ledger of a file; an empty one if the file is missing.

    Raises:
        DataInvalid: lines are damaged, or several have the same id; one error for each.
    """
    errors: list[MingbaiError] = []
    records: dict[str, Record] = {}
    for record, location in read_lines(path, Record):
        if record.id in records:
            message = tell("An earlier line records the block {block} too.", block=record.id)
            errors.append(DataInvalid(location, message, todo=tell("Remove one of the two.")))
        records[record.id] = record
    raise_all(tuple(errors))
    return Ledger(records)


def write_ledger(path: Path, ledger: Ledger) -> None:
    """Write the ledger, sorted by page, then by id in numeric order (p9, p9-2, p10).

    Raises:
        TargetUnwritable: the file cannot be written; the old file is unchanged.
    """
    records: list[Record] = list(ledger.records.values())
    records.sort(key=lambda record: (record.page, id_key(record.id)))
    write_lines(path, records)


def id_key(block_id: str) -> tuple[int, ...]:
    """Return the numbers in a block's id, to sort by.

    >>> sorted(("p10", "p9-2", "p9"), key=id_key)
    ['p9', 'p9-2', 'p10']
    """
    return tuple(int(digits) for digits in re.findall(r"\d+", block_id))


def terms_digest(terms: Iterable[Term]) -> str | None:
    """Return the digest of the glossary entries of these terms; None if there are no terms.

    Explanations are left out, because they do not affect a translation.
    """
    facts = sorted({(term.zh, term.en, term.allowed, term.forbidden) for term in terms})
    return words_digest(json.dumps(facts, ensure_ascii=False)) if facts else None
