"""Records people's marks on translations in the ledger: edited, reviewed, still valid.

The functions are pure: they take a ledger and return a new one; the commands read and write files.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.content.ledger import Ledger, Record, State, terms_digest
from mingbai.content.pairing import refuse_unknown
from mingbai.content.state import TranslationState
from mingbai.digest import words_digest
from mingbai.errors import DataInvalid, Location, MingbaiError, raise_all
from mingbai.finding import Finding
from mingbai.glossary import ChineseIndex
from mingbai.messages import tell


@dataclass(frozen=True, slots=True)
class Refusal:
    """A block that could not be marked, and why."""

    block: TranslationState
    reason: str

    def __str__(self) -> str:
        """Return the block's place, its id and the reason."""
        return f"{self.block.pair.location}: {self.block.pair.id}: {self.reason}"


def record_edited(
    ledger: Ledger, states: Iterable[TranslationState], glossary: ChineseIndex, date: str
) -> Ledger:
    """Return the ledger updated with the English that people have written since.

    Edited blocks get a record of their current texts. Stale blocks do not: a person must first
    confirm that their English fits the new Chinese (`still_valid`).

    Args:
        ledger: the current ledger.
        states: the states of the blocks to record.
        glossary: an index of the glossary's terms.
        date: the day, as 2024-03-05.
    """
    return ledger.with_records(
        _record(block, State.EDITED, glossary=glossary, date=date)
        for block in states
        if block.state is State.EDITED and not _is_recorded(block)
    )


def _is_recorded(block: TranslationState) -> bool:
    record, pair = block.record, block.pair
    return (
        record is not None
        and record.page == pair.page
        and record.english == words_digest(pair.english or "")
    )


def _record(block: TranslationState, state: State, *, glossary: ChineseIndex, date: str) -> Record:
    pair = block.pair
    return Record(
        page=pair.page,
        id=pair.id,
        chinese=words_digest(pair.chinese),
        english=words_digest(pair.english or ""),
        state=state,
        glossary=terms_digest(match.term for match in glossary.find(pair.chinese)),
        date=date,
    )


def mark_reviewed(  # noqa: PLR0913 (each is a thing of its own; all but the ledger are named)
    ledger: Ledger,
    states: Iterable[TranslationState],
    *,
    pages: Iterable[str],
    reviewer: str,
    date: str,
    findings: Iterable[Finding],
    glossary: ChineseIndex,
) -> tuple[Ledger, tuple[Refusal, ...]]:
    """Return the ledger with the blocks of some pages reviewed, and the refused blocks.

    Blocks without English, stale blocks and blocks with an error are refused. Locked blocks stay
    locked.

    Args:
        ledger: the current ledger.
        states: the states of all blocks.
        pages: paths in a language's folder: ``opening.md``.
        reviewer: the person who compared the whole pages with the Chinese.
        date: the day, as 2024-03-05.
        findings: the findings of `check_edition`.
        glossary: an index of the glossary's terms.

    Raises:
        DataInvalid: a page has no blocks of the report, or the reviewer's name is missing.
    """
    if not reviewer.strip():
        raise DataInvalid(
            None, tell("A review needs a reviewer."), todo=tell("Add --reviewer NAME.")
        )
    by_page: dict[str, list[TranslationState]] = {}
    for block in states:
        by_page.setdefault(block.pair.page, []).append(block)
    wanted = tuple(pages)
    refuse_unknown(wanted, by_page)
    wrong = {finding.location for finding in findings if finding.is_error}
    records: list[Record] = []
    refusals: list[Refusal] = []
    for block in (block for page in wanted for block in by_page[page]):
        reason = _why_not(block, wrong)
        if reason:
            refusals.append(Refusal(block, reason))
        elif block.state is not State.LOCKED:
            record = _record(block, State.REVIEWED, glossary=glossary, date=date)
            engine = block.record.engine if block.record else None
            update = {"reviewer": reviewer.strip(), "engine": engine}
            records.append(record.model_copy(update=update))
    return ledger.with_records(records), tuple(refusals)


def _why_not(block: TranslationState, wrong: set[Location]) -> str:
    if block.state is State.UNTRANSLATED:
        return tell("it has no English.")
    if block.is_outdated:
        return tell("its Chinese has changed since; see --still-valid.")
    if block.pair.location in wrong:
        return tell("it breaks a rule of level error; see mingbai check.")
    return ""


def still_valid(ledger: Ledger, states: Iterable[TranslationState], ids: Iterable[str]) -> Ledger:
    """Return the ledger with stale blocks confirmed for the current Chinese; their state stays.

    If the English has changed as well, the block becomes edited.

    Raises:
        DataInvalid: an id is unknown, or its block is not stale; nothing is changed.
    """
    by_id = {block.pair.id: block for block in states}
    records: list[Record] = []
    errors: list[MingbaiError] = []
    for id_ in ids:
        block = by_id.get(id_)
        if block is None:
            errors.append(
                DataInvalid(
                    None,
                    tell("There is no block {id}.", id=id_),
                    todo=tell("Ids look like p9 or p9-2."),
                )
            )
        elif block.record is None or not block.is_outdated:
            errors.append(
                DataInvalid(
                    block.pair.location,
                    tell("The block {id} is not stale: its Chinese has not changed.", id=id_),
                    todo=tell("Omit this id."),
                )
            )
        else:
            new = {"chinese": words_digest(block.pair.chinese)}
            records.append(block.record.model_copy(update=new))
    raise_all(tuple(errors))
    return ledger.with_records(records)
