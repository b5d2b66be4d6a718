"""What people say of translations, put into the ledger: edited, reviewed, still valid.

Pure functions: they take a ledger and give a new one; the commands read and write the files.
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

    standing: TranslationState
    reason: str

    def __str__(self) -> str:
        """Return the block's place, its id and the reason."""
        return f"{self.standing.pair.location}: {self.standing.pair.id}: {self.reason}"


def record_edited(
    ledger: Ledger, states: Iterable[TranslationState], glossary: ChineseIndex, date: str
) -> Ledger:
    """Return the ledger brought up to date with what persons wrote since.

    Blocks that are edited get a record of the texts as they are now. Stale blocks do not: that
    their English fits the new Chinese is for a person to say (`still_valid`).

    Args:
        ledger: as it was read.
        states: of the blocks to look at.
        glossary: an index of the glossary's terms.
        date: the day, as 2024-03-05.
    """
    return ledger.with_records(
        _record(standing, State.EDITED, glossary=glossary, date=date)
        for standing in states
        if standing.state is State.EDITED and not _is_recorded(standing)
    )


def _is_recorded(standing: TranslationState) -> bool:
    record, pair = standing.record, standing.pair
    return (
        record is not None
        and record.page == pair.page
        and record.english == words_digest(pair.english or "")
    )


def _record(
    standing: TranslationState, state: State, *, glossary: ChineseIndex, date: str
) -> Record:
    pair = standing.pair
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
    """Return the ledger with the blocks of some pages reviewed, and the blocks that cannot be.

    Refused are blocks without English, stale ones, and those with a finding of level error.
    Locked blocks stay locked.

    Args:
        ledger: as it was read.
        states: of all blocks.
        pages: paths below a language's folder: ``opening.md``.
        reviewer: who read them whole against the Chinese.
        date: the day, as 2024-03-05.
        findings: of `check_edition`.
        glossary: an index of the glossary's terms.

    Raises:
        DataInvalid: a page has no blocks of the report, or there is no reviewer's name.
    """
    if not reviewer.strip():
        raise DataInvalid(
            None, tell("A review needs a reviewer."), todo=tell("Give --reviewer NAME.")
        )
    by_page: dict[str, list[TranslationState]] = {}
    for standing in states:
        by_page.setdefault(standing.pair.page, []).append(standing)
    wanted = tuple(pages)
    refuse_unknown(wanted, by_page)
    wrong = {finding.location for finding in findings if finding.is_error}
    records: list[Record] = []
    refusals: list[Refusal] = []
    for standing in (standing for page in wanted for standing in by_page[page]):
        reason = _why_not(standing, wrong)
        if reason:
            refusals.append(Refusal(standing, reason))
        elif standing.state is not State.LOCKED:
            record = _record(standing, State.REVIEWED, glossary=glossary, date=date)
            engine = standing.record.engine if standing.record else None
            update = {"reviewer": reviewer.strip(), "engine": engine}
            records.append(record.model_copy(update=update))
    return ledger.with_records(records), tuple(refusals)


def _why_not(standing: TranslationState, wrong: set[Location]) -> str:
    if standing.state is State.UNTRANSLATED:
        return "it has no English."
    if standing.is_outdated:
        return "its Chinese changed since; see --still-valid."
    if standing.pair.location in wrong:
        return "it breaks a rule of level error; see mingbai check."
    return ""


def still_valid(ledger: Ledger, states: Iterable[TranslationState], ids: Iterable[str]) -> Ledger:
    """Return the ledger with stale blocks tied to the Chinese as it is now, their state kept.

    Where the English was changed as well, the block counts as edited from then on.

    Raises:
        DataInvalid: an id is unknown, or its block is not stale; nothing is changed then.
    """
    by_id = {standing.pair.id: standing for standing in states}
    records: list[Record] = []
    errors: list[MingbaiError] = []
    for id_ in ids:
        standing = by_id.get(id_)
        if standing is None:
            errors.append(
                DataInvalid(
                    None,
                    tell("There is no block {id}.", id=id_),
                    todo=tell("Ids look like p9 or p9-2."),
                )
            )
        elif standing.record is None or not standing.is_outdated:
            errors.append(
                DataInvalid(
                    standing.pair.location,
                    tell("The Chinese of {id} did not change since.", id=id_),
                    todo=tell("Leave it out."),
                )
            )
        else:
            new = {"chinese": words_digest(standing.pair.chinese)}
            records.append(standing.record.model_copy(update=new))
    raise_all(tuple(errors))
    return ledger.with_records(records)
