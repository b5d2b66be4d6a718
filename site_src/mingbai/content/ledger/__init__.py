"""data/translations.jsonl: which Chinese each English block was made for, and by whom.

Staleness is told by hashes alone: neither a clock nor version control is asked, so that a copy of
the folder says the same as the original. Source: docs/reference/translation.md.
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
    """How far the English of a block has come."""

    UNTRANSLATED = "untranslated"
    """There is no English, or the block still holds the Chinese."""
    MACHINE = "machine"
    """An engine wrote it and no person has touched it since."""
    EDITED = "edited"
    """A person wrote or changed it."""
    REVIEWED = "reviewed"
    """A second person read it whole against the Chinese."""
    STALE = "stale"
    """The Chinese changed since."""
    LOCKED = "locked"
    """A person settled it; no machine ever writes there."""


STORED = (State.MACHINE, State.EDITED, State.REVIEWED, State.LOCKED)
"""The states that a record may have; the others follow from comparing."""


Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class Record(BaseModel):
    """What is stored of one block: its state, and the texts of which it was true."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    page: Annotated[str, Field(min_length=1)]
    id: Annotated[str, Field(pattern=r"^p[1-9]\d*(-[2-9]|-[1-9]\d+)?$")]
    chinese: Digest
    english: Digest | None = None
    previous: Digest | None = None
    """While an engine's draft is being written: the digest of the English it takes the place of."""
    state: State
    """One of `STORED`."""
    engine: str | None = None
    """The engine that drafted it, with its version; None where a person did."""
    glossary: Digest | None = None
    """`terms_digest` of the terms in the block when it was drafted or recorded."""
    reviewer: str | None = None
    date: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")] | None = None
    """The day on which it came into this state."""

    @field_validator("state")
    @classmethod
    def _stored(cls, state: State) -> State:
        if state not in STORED:
            raise ValueError(tell("{state} is not stored; it follows from the texts", state=state))
        return state


@dataclass(frozen=True, slots=True)
class Ledger:
    """All records of a report."""

    records: Mapping[str, Record] = field(default_factory=dict)
    """By the block's id."""

    def with_records(self, records: Iterable[Record]) -> "Ledger":
        """Return a ledger in which these records take the place of the old ones."""
        return Ledger({**self.records, **{record.id: record for record in records}})


def read_ledger(path: Path) -> Ledger:
    """Return the ledger of a file; an empty one where there is no file.

    Raises:
        DataInvalid: lines are damaged, or two have the same id; each is named.
    """
    errors: list[MingbaiError] = []
    records: dict[str, Record] = {}
    for record, location in read_lines(path, Record):
        if record.id in records:
            message = tell("the block {id} has a line above already.", id=record.id)
            errors.append(DataInvalid(location, message, todo=tell("Keep one of the two.")))
        records[record.id] = record
    raise_all(tuple(errors))
    return Ledger(records)


def write_ledger(path: Path, ledger: Ledger) -> None:
    """Write the ledger, sorted by page, then by id as a person counts (p9, p9-2, p10).

    Raises:
        TargetUnwritable: the file cannot be written; the old one is untouched then.
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
    """Return the digest of what the glossary says of these terms; None where there are none.

    Explanations do not count: they do not bear on a translation.
    """
    facts = sorted({(term.zh, term.en, term.allowed, term.forbidden) for term in terms})
    return words_digest(json.dumps(facts, ensure_ascii=False)) if facts else None
