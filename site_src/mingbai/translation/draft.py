"""Drafts the blocks that no person has written, and saves each draft at once.

The ledger first records what will be written; then the page is written. If the run is killed
between the two, the block's state is as before; at any other moment, the draft counts as machine
translation.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from mingbai.atomicfile import write_text
from mingbai.content.ledger import Ledger, Record, State, read_ledger, terms_digest
from mingbai.content.ledger.jsonl import read_lines, write_lines
from mingbai.content.ledger.lock import changing
from mingbai.content.ledger.store import change_ledger, change_locked, ledger_path
from mingbai.content.library import Library
from mingbai.content.page import Page, PageBlock
from mingbai.content.pairing import pairs
from mingbai.content.state import TranslationState, translation_states
from mingbai.content.writing import english_of, untranslated, with_english
from mingbai.digest import words_digest
from mingbai.glossary import ChineseIndex
from mingbai.messages import tell
from mingbai.project import Project
from mingbai.report.pages.markdown import words
from mingbai.translation.engines import Engine, EngineError, Patient, Segment
from mingbai.translation.memory import Memory
from mingbai.translation.protect import DraftRefused, Masked, mask
from mingbai.translation.quality import check_block
from mingbai.translation.segments import segments
from mingbai.translation.titles import titled


class Only(StrEnum):
    """Which blocks to draft."""

    MISSING = "missing"
    STALE = "stale"


class Suggestion(BaseModel):
    """A draft for a block whose English a person wrote and whose Chinese has changed since."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    chinese: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    english: str
    engine: str


@dataclass(frozen=True, slots=True)
class Step:
    """The result for one block."""

    block: TranslationState
    problem: str = ""
    """Why the block was not drafted; empty if it was."""


@dataclass(slots=True)
class Drafting:
    """One drafting run of a project."""

    project: Project
    library: Library
    engine: Engine
    today: str
    """The day, as 2024-03-05."""
    memory: Memory = field(init=False)
    glossary: ChineseIndex = field(init=False)
    ledger: Ledger = field(init=False)
    patient: Patient = field(init=False)

    def __post_init__(self) -> None:
        """Read the ledger and the translation memory."""
        self.memory = Memory(self.project.data_file("memory.jsonl"))
        self.glossary = ChineseIndex(self.library.terms)
        self.ledger = self.library.ledger
        self.patient = Patient(self.engine)

    def wanted(
        self, pages: Iterable[str] = (), only: Only | None = None
    ) -> tuple[TranslationState, ...]:
        """Return the blocks to draft, in the order of the report.

        Args:
            pages: paths of pages; none for all.
            only: missing or stale blocks; None for both.
        """
        chosen = set(pages)
        found = translation_states(pairs(self.library), self.ledger)
        states = {
            None: (State.UNTRANSLATED, State.STALE),
            Only.MISSING: (State.UNTRANSLATED,),
            Only.STALE: (State.STALE,),
        }[only]
        return tuple(
            block
            for block in found
            if block.state in states and (not chosen or block.pair.page in chosen)
        )

    def run(self, wanted: tuple[TranslationState, ...]) -> Iterator[Step]:
        """Draft and save the blocks one by one; yield the result of each.

        It first confirms in the ledger the drafts that a killed run wrote to pages.
        """
        self.ledger = change_ledger(self.project, self._confirmed)
        for block in wanted:
            if self.patient.is_broken:
                yield Step(block, tell("the engine does not answer"))
                continue
            try:
                english = self._draft(block)
            except (EngineError, DraftRefused) as error:
                yield Step(block, str(error))
                continue
            self._save(block, english)
            yield Step(block)

    def _page(self, block: TranslationState) -> Page:
        return next(page for page in self.library.zh if page.path == block.pair.page)

    def _block(self, block: TranslationState) -> PageBlock:
        blocks = self._page(block).blocks
        return next(found for found in blocks if found.id == block.pair.id)

    def _known(self, piece: str) -> str | None:
        return self.memory.get(self.engine.name, piece)

    def _draft(self, block: TranslationState) -> str:
        """Return the block's English as inline Markdown; raise the error that prevents it."""
        if (english := self._elsewhere(block)) is not None:
            return english
        masked = mask(self._block(block).source.inline)
        terms = tuple(
            (match.term.zh, match.term.en) for match in self.glossary.find(block.pair.chinese)
        )
        before, after = self._neighbours(block)
        pieces = segments(masked.text, self.engine.limit)
        answers = []
        for piece in pieces:
            answer = self._known(piece)
            if answer is None:
                answer = self.patient.translate(Segment(piece, before, after, terms))
                self.memory.put(self.engine.name, piece, answer)
            answers.append(answer)
        try:
            return self._finished(block, masked, answers)
        except DraftRefused:
            for piece in pieces:
                self.memory.forget(self.engine.name, piece)
            raise

    def _finished(self, block: TranslationState, masked: Masked, answers: list[str]) -> str:
        """Return the Markdown of the answers; raise DraftRefused if it must not be saved."""
        english = masked.restore(" ".join(answer.strip() for answer in answers))
        source = self._block(block).source
        faults = check_block(
            block.pair.chinese,
            words(english),
            self.glossary,
            is_heading=source.level > 0,
            markdown=(source.inline, english),
        )
        if wrong := [fault for fault in faults if fault.is_error]:
            raise DraftRefused(
                "; ".join(f"{fault.rule.id}: {fault.message}" for fault in wrong[:3])
            )
        return english

    def _elsewhere(self, block: TranslationState) -> str | None:
        """Return the English that a person wrote for another block with the same Chinese."""
        for other in translation_states(pairs(self.library), self.ledger):
            good = other.state in (State.EDITED, State.REVIEWED, State.LOCKED)
            if good and not other.is_outdated and other.pair.chinese == block.pair.chinese:
                page = self.library.en[other.pair.page]
                return next(
                    found for found in page.blocks if found.id == other.pair.id
                ).source.inline
        return None

    def _neighbours(self, block: TranslationState) -> tuple[str, str]:
        page = next(page for page in self.library.zh if page.path == block.pair.page)
        blocks = [page_block for page_block in page.blocks if page_block.id is not None]
        place = next(n for n, page_block in enumerate(blocks) if page_block.id == block.pair.id)
        before = blocks[place - 1].source.words if place else ""
        after = blocks[place + 1].source.words if place + 1 < len(blocks) else ""
        return before, after

    def _record(self, block: TranslationState, english: str) -> Record:
        terms = [match.term for match in self.glossary.find(block.pair.chinese)]
        return Record(
            page=block.pair.page,
            id=block.pair.id,
            chinese=words_digest(block.pair.chinese),
            english=words_digest(english),
            state=State.MACHINE,
            engine=f"{self.engine.name} {self.engine.version}",
            glossary=terms_digest(terms),
            date=self.today,
        )

    def _save(self, block: TranslationState, english: str) -> None:
        """Write a draft into its page, unless a person has written the block in the meantime.

        The ledger first records what will be written. So even if the run is killed, the engine's
        English in the page is never mistaken for a person's.
        """
        path = self.project.en / block.pair.page
        page = self._page(block)
        with changing(self.project):
            text = path.read_bytes().decode() if path.exists() else untranslated(page)
            now = english_of(text, page, block.pair.id)
            record = read_ledger(ledger_path(self.project)).records.get(block.pair.id)
            if now is not None and not _is_machine(record, now):
                self._suggest(block, english)
                return
            self._record_draft(block, english, previous=None if now is None else words_digest(now))
            written = {block.pair.id: english}
            write_text(path, titled(with_english(text, page, written), page, written))
            self._record_draft(block, english, previous=None)

    def _confirmed(self, ledger: Ledger) -> Ledger:
        """Return the ledger with the drafts confirmed that are now in their pages."""
        english = {pair.id: pair.english for pair in pairs(self.library)}
        return ledger.with_records(
            record.model_copy(update={"previous": None})
            for record in ledger.records.values()
            if record.previous and record.english == words_digest(english.get(record.id) or "")
        )

    def _record_draft(self, block: TranslationState, english: str, previous: str | None) -> None:
        """Add the record of a draft to the ledger file."""
        record = self._record(block, words(english)).model_copy(update={"previous": previous})
        self.ledger = change_locked(self.project, lambda ledger: ledger.with_records((record,)))

    def _suggest(self, block: TranslationState, english: str) -> None:
        """Save the draft as a suggestion; the person's text stays unchanged."""
        path = self.project.data / "suggestions.jsonl"
        kept = [line for line, _ in read_lines(path, Suggestion) if line.id != block.pair.id]
        chinese = words_digest(block.pair.chinese)
        new = Suggestion(
            id=block.pair.id, chinese=chinese, english=english, engine=self.engine.name
        )
        write_lines(path, [*kept, new])


def _is_machine(record: Record | None, english: str) -> bool:
    """Return whether the record shows that an engine wrote the block's English."""
    if record is None or record.state is not State.MACHINE:
        return False
    return words_digest(english) in (record.english, record.previous)
