"""Drafts for the blocks that no person has written, each saved the moment it is finished.

The ledger is told first what is about to be written, then the page is written. Killed between the
two, the block counts as before; killed at any other moment, the draft counts as the machine's.
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
    """A draft beside what a person wrote for Chinese that has changed since."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    chinese: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    english: str
    engine: str


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one block."""

    standing: TranslationState
    problem: str = ""
    """Why it was left; empty when it is done."""


@dataclass(slots=True)
class Drafting:
    """One run over a project."""

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
        """Read what earlier runs learned."""
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
            only: missing or stale ones; None for both.
        """
        chosen = set(pages)
        found = translation_states(pairs(self.library), self.ledger)
        states = {
            None: (State.UNTRANSLATED, State.STALE),
            Only.MISSING: (State.UNTRANSLATED,),
            Only.STALE: (State.STALE,),
        }[only]
        return tuple(
            standing
            for standing in found
            if standing.state in states and (not chosen or standing.pair.page in chosen)
        )

    def run(self, wanted: tuple[TranslationState, ...]) -> Iterator[Step]:
        """Draft and save block after block; yield each as it is done or left.

        What a killed run had written and not yet noted as written is noted first.
        """
        self.ledger = change_ledger(self.project, self._settled)
        for standing in wanted:
            if self.patient.is_broken:
                yield Step(standing, "the engine does not answer")
                continue
            try:
                english = self._draft(standing)
            except (EngineError, DraftRefused) as error:
                yield Step(standing, str(error))
                continue
            self._save(standing, english)
            yield Step(standing)

    def _page(self, standing: TranslationState) -> Page:
        return next(page for page in self.library.zh if page.path == standing.pair.page)

    def _block(self, standing: TranslationState) -> PageBlock:
        blocks = self._page(standing).blocks
        return next(block for block in blocks if block.id == standing.pair.id)

    def _known(self, piece: str) -> str | None:
        return self.memory.get(self.engine.name, piece)

    def _draft(self, standing: TranslationState) -> str:
        """Return the block's English as inline Markdown; raises what stops it."""
        if (english := self._elsewhere(standing)) is not None:
            return english
        masked = mask(self._block(standing).source.inline)
        terms = tuple(
            (match.term.zh, match.term.en) for match in self.glossary.find(standing.pair.chinese)
        )
        before, after = self._neighbours(standing)
        pieces = segments(masked.text, self.engine.limit)
        answers = []
        for piece in pieces:
            answer = self._known(piece)
            if answer is None:
                answer = self.patient.translate(Segment(piece, before, after, terms))
                self.memory.put(self.engine.name, piece, answer)
            answers.append(answer)
        try:
            return self._finished(standing, masked, answers)
        except DraftRefused:
            for piece in pieces:
                self.memory.forget(self.engine.name, piece)
            raise

    def _finished(self, standing: TranslationState, masked: Masked, answers: list[str]) -> str:
        """Return the Markdown of the answers; raises DraftRefused for what must not be saved."""
        english = masked.restore(" ".join(answer.strip() for answer in answers))
        source = self._block(standing).source
        faults = check_block(
            standing.pair.chinese,
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

    def _elsewhere(self, standing: TranslationState) -> str | None:
        """Return the English of a block with the same Chinese that a person has written."""
        for other in translation_states(pairs(self.library), self.ledger):
            good = other.state in (State.EDITED, State.REVIEWED, State.LOCKED)
            if good and not other.is_outdated and other.pair.chinese == standing.pair.chinese:
                page = self.library.en[other.pair.page]
                block = next(block for block in page.blocks if block.id == other.pair.id)
                return block.source.inline
        return None

    def _neighbours(self, standing: TranslationState) -> tuple[str, str]:
        page = next(page for page in self.library.zh if page.path == standing.pair.page)
        blocks = [block for block in page.blocks if block.id is not None]
        place = next(n for n, block in enumerate(blocks) if block.id == standing.pair.id)
        before = blocks[place - 1].source.words if place else ""
        after = blocks[place + 1].source.words if place + 1 < len(blocks) else ""
        return before, after

    def _record(self, standing: TranslationState, english: str) -> Record:
        terms = [match.term for match in self.glossary.find(standing.pair.chinese)]
        return Record(
            page=standing.pair.page,
            id=standing.pair.id,
            chinese=words_digest(standing.pair.chinese),
            english=words_digest(english),
            state=State.MACHINE,
            engine=f"{self.engine.name} {self.engine.version}",
            glossary=terms_digest(terms),
            date=self.today,
        )

    def _save(self, standing: TranslationState, english: str) -> None:
        """Write a draft into its page; what a person wrote in the meantime stays.

        The ledger is told first what is about to be written: killed at any moment, the page holds
        nothing of the engine's that could be taken for a person's.
        """
        path = self.project.en / standing.pair.page
        page = self._page(standing)
        with changing(self.project):
            text = path.read_bytes().decode() if path.exists() else untranslated(page)
            now = english_of(text, page, standing.pair.id)
            record = read_ledger(ledger_path(self.project)).records.get(standing.pair.id)
            if now is not None and not _is_machine(record, now):
                self._suggest(standing, english)
                return
            self._tell(standing, english, previous=None if now is None else words_digest(now))
            written = {standing.pair.id: english}
            write_text(path, titled(with_english(text, page, written), page, written))
            self._tell(standing, english, previous=None)

    def _settled(self, ledger: Ledger) -> Ledger:
        """Return the ledger without notes on drafts that stand in their pages by now."""
        english = {pair.id: pair.english for pair in pairs(self.library)}
        return ledger.with_records(
            record.model_copy(update={"previous": None})
            for record in ledger.records.values()
            if record.previous and record.english == words_digest(english.get(record.id) or "")
        )

    def _tell(self, standing: TranslationState, english: str, previous: str | None) -> None:
        """Put the record of a draft into the ledger as it is on the disk."""
        record = self._record(standing, words(english)).model_copy(update={"previous": previous})
        self.ledger = change_locked(self.project, lambda ledger: ledger.with_records((record,)))

    def _suggest(self, standing: TranslationState, english: str) -> None:
        """Write the draft beside a person's text, which is not touched."""
        path = self.project.data / "suggestions.jsonl"
        kept = [line for line, _ in read_lines(path, Suggestion) if line.id != standing.pair.id]
        chinese = words_digest(standing.pair.chinese)
        new = Suggestion(
            id=standing.pair.id, chinese=chinese, english=english, engine=self.engine.name
        )
        write_lines(path, [*kept, new])


def _is_machine(record: Record | None, english: str) -> bool:
    """Return whether the English that stands in a block is an engine's, by its record."""
    if record is None or record.state is not State.MACHINE:
        return False
    return words_digest(english) in (record.english, record.previous)
