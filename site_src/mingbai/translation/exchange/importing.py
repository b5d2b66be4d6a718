"""Imports a translator's file; every unit is checked before anything is written.

A unit is imported only if the translator changed it, and neither its Chinese nor its English has
changed in the project since the export. Imported English is data: Markdown in it is escaped, HTML
and Jinja are refused, and the translation rules apply to it as to all English.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from mingbai.atomicfile import write_text
from mingbai.content.ledger import State
from mingbai.content.ledger.store import change_locked
from mingbai.content.library import Library
from mingbai.content.pairing import pairs
from mingbai.content.state import TranslationState, translation_states
from mingbai.content.waivers import Waiver
from mingbai.content.writing import untranslated, with_english
from mingbai.digest import words_digest
from mingbai.errors import DataInvalid, Location, MingbaiError, raise_all
from mingbai.glossary import ChineseIndex
from mingbai.messages import tell
from mingbai.project import Project
from mingbai.report.pages.markdown import words
from mingbai.translation.exchange.model import MASK, Incoming, Unit, is_same
from mingbai.translation.exchange.units import chinese_block, unit_of
from mingbai.translation.marking import record_edited
from mingbai.translation.protect import DraftRefused, Masked
from mingbai.translation.quality import check_block
from mingbai.translation.titles import titled


@dataclass(frozen=True, slots=True)
class Refused:
    """A unit that was not imported, and why."""

    location: Location
    """The place in the translator's file."""
    name: str
    reason: str

    def __str__(self) -> str:
        """Return the place, the unit and the reason on one line."""
        return f"{self.location}: {self.name}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of an import."""

    imported: tuple[str, ...]
    """The names of the imported units."""
    refused: tuple[Refused, ...]
    unchanged: int
    """The number of units that the translator did not change."""


@dataclass(frozen=True, slots=True)
class _Change:
    block: TranslationState
    markdown: str
    """The block's new English, without a heading's marks."""
    is_written: bool
    """Whether the page already contains it, because a run was killed before it wrote the ledger."""


class _Unfit(Exception):  # noqa: N818 (says what it is)
    """A unit cannot be imported; the message says why."""


@dataclass(frozen=True, slots=True)
class _Desk:
    """Checks the units of a file against the project."""

    library: Library
    glossary: ChineseIndex
    waivers: tuple[Waiver, ...]

    def look(self, incoming: Incoming, block: TranslationState) -> _Change | None:
        """Return the change that a unit makes; None if the translator changed nothing.

        Raises:
            _Unfit: the unit must not be imported.
        """
        unit = unit_of(self.library, block, self.glossary)
        if not is_same(incoming.chinese, unit.chinese):
            raise _Unfit(tell("its Chinese has changed since the export."))
        is_touched = incoming.base != words_digest(incoming.english)
        if is_same(incoming.english, unit.english):
            if block.state is State.STALE and is_touched and incoming.base is not None:
                return _Change(block, "", is_written=True)
            return None
        if not is_touched:
            return None
        _refuse_moved(incoming, unit)
        return _Change(block, self._markdown(incoming, block, unit), is_written=False)

    def _markdown(self, incoming: Incoming, block: TranslationState, unit: Unit) -> str:
        """Return the English as Markdown, with any markup of the translator's own escaped."""
        if {"⟦", "⟧"} & set(MASK.sub("", incoming.english)):
            raise _Unfit(tell("it contains ⟦ or ⟧, which are reserved for markup."))
        try:
            english = Masked(unit.chinese, unit.markup).restore(incoming.english)
        except DraftRefused as error:
            raise _Unfit(tell("{error}.", error=error)) from error
        source = chinese_block(self.library, block).source
        faults = check_block(
            block.pair.chinese,
            words(english),
            self.glossary,
            is_heading=source.level > 0,
            markdown=(source.inline, english),
        )
        now = words_digest(block.pair.chinese)
        ours = [
            waiver
            for waiver in self.waivers
            if waiver.id == block.pair.id and waiver.chinese == now
        ]
        wrong = [
            fault
            for fault in faults
            if fault.is_error
            and not any(waiver.covers(fault.rule.id, fault.text) for waiver in ours)
        ]
        if wrong:
            raise _Unfit("; ".join(f"{fault.rule.id}: {fault.message}" for fault in wrong))
        return english


def _refuse_moved(incoming: Incoming, unit: Unit) -> None:
    """Refuse a change to English that the project has changed or locked."""
    if unit.state is State.LOCKED:
        raise _Unfit(tell("it is locked."))
    if incoming.is_unfinished:
        raise _Unfit(tell("it is still marked as needing work (fuzzy)."))
    if incoming.base is None and unit.english:
        raise _Unfit(tell("the file has lost the digest of the English that was exported."))
    if incoming.base not in (None, unit.base):
        raise _Unfit(tell("its English has changed in the project since the export."))


def import_units(
    project: Project, library: Library, incoming: tuple[Incoming, ...], file: Path, today: str
) -> Outcome:
    """Write the translator's changes to the pages and the ledger; return the result.

    Each page is replaced atomically, and the ledger after all pages. If nothing changed,
    nothing is written. The caller holds the lock `mingbai.content.ledger.lock.changing`.

    Args:
        project: the project to write to.
        library: the library read from the project.
        incoming: the file's units.
        file: the file's path, for messages.
        today: the day, as 2024-03-05.

    Raises:
        DataInvalid: a unit occurs twice or is not in this project; nothing is written.
        TargetUnwritable: a page or the ledger cannot be written.
    """
    known = {
        f"{block.pair.page}#{block.pair.id}": block
        for block in translation_states(pairs(library), library.ledger)
    }
    _refuse_names(incoming, known, file)
    waivers = tuple(placed.waiver for placed in library.waivers)
    desk = _Desk(library, ChineseIndex(library.terms), waivers)
    changes: dict[str, _Change] = {}
    refused: list[Refused] = []
    for unit in incoming:
        try:
            change = desk.look(unit, known[unit.name])
        except _Unfit as error:
            refused.append(Refused(Location(file, unit.line), unit.name, str(error)))
            continue
        if change is not None:
            changes[unit.name] = change
    _write(project, library, tuple(changes.values()), desk.glossary, today)
    unchanged = len(incoming) - len(changes) - len(refused)
    return Outcome(tuple(changes), tuple(refused), unchanged)


def _refuse_names(
    incoming: Iterable[Incoming], known: dict[str, TranslationState], file: Path
) -> None:
    """Raise if a unit is unknown or occurs twice."""
    errors: list[MingbaiError] = []
    lines: dict[str, int] = {}
    for unit in incoming:
        location = Location(file, unit.line)
        if unit.name not in known:
            message = tell("There is no block {name!r} in this project.", name=unit.name)
            errors.append(DataInvalid(location, message, todo=tell("Export the file again.")))
        elif unit.name in lines:
            message = tell(
                "The unit {name} is already on line {line}.",
                name=unit.name,
                line=lines[unit.name],
            )
            errors.append(DataInvalid(location, message, todo=tell("Remove one of the two.")))
        lines.setdefault(unit.name, unit.line)
    raise_all(tuple(errors))


def _write(
    project: Project,
    library: Library,
    changes: tuple[_Change, ...],
    glossary: ChineseIndex,
    today: str,
) -> None:
    if not changes:
        return
    by_page: dict[str, dict[str, str]] = {}
    for change in changes:
        if not change.is_written:
            pair = change.block.pair
            by_page.setdefault(pair.page, {})[pair.id] = change.markdown
    chinese = {page.path: page for page in library.zh}
    texts: dict[Path, str] = {}
    for name, english in by_page.items():
        path = project.en / name
        text = path.read_bytes().decode() if path.exists() else untranslated(chinese[name])
        texts[path] = titled(with_english(text, chinese[name], english), chinese[name], english)
    for path, text in texts.items():
        write_text(path, text)
    edited = tuple(_edited(change) for change in changes)
    change_locked(project, lambda ledger: record_edited(ledger, edited, glossary, today))


def _edited(change: _Change) -> TranslationState:
    """Return the state of a block whose English a person has just written."""
    pair = change.block.pair
    english = pair.english if change.is_written else words(change.markdown)
    return TranslationState(replace(pair, english=english), State.EDITED, None)
