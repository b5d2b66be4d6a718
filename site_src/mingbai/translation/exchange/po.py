"""PO, the format of gettext, for Poedit, Lokalize, OmegaT and Weblate.

The context of an entry is its unit's name, which distinguishes equal sentences. Entries that need
work are fuzzy.
"""

import datetime as dt
import os
import re
from pathlib import Path

import polib

from mingbai.content.ledger import State
from mingbai.errors import DataInvalid, Location
from mingbai.messages import tell
from mingbai.translation.exchange.model import (
    TARGET_LANGUAGE,
    Incoming,
    Unit,
    decoded,
    refuse_unwritable,
)

NEEDS_WORK = (State.MACHINE, State.STALE)
"""States that are marked fuzzy in the file."""

_BASE = re.compile(r"^english: ([0-9a-f]{16})$", re.MULTILINE)
_LINE = re.compile(r"\(line (\d+)\)")
_WHOLE = re.compile(
    r"""\s*(?:\#.*|(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"\s*)?"""
)
"""Matches a complete line; polib takes the last letter of a truncated one for its quote."""
_OTHER_ENDS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Characters that Python treats as line ends and PO does not."""


def write_po(units: tuple[Unit, ...]) -> str:
    """Return the units as a PO file.

    It contains a date only if SOURCE_DATE_EPOCH is set.

    Raises:
        DataInvalid: a text contains characters that the file cannot.
    """
    refuse_unwritable(units)
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": "mingbai",
        **_revised(),
        "Last-Translator": "none",
        "Language-Team": "none",
        "Language": TARGET_LANGUAGE,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    file.extend(_entry(unit) for unit in units)
    return f"{file}"


def _revised() -> dict[str, str]:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdecimal():
        return {}
    day = dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC)
    return {"PO-Revision-Date": day.strftime("%Y-%m-%d %H:%M+0000")}


def _entry(unit: Unit) -> polib.POEntry:
    comment = [f"state: {unit.state}", f"english: {unit.base}"]
    comment += [f"glossary: {unit.hint}"] if unit.hint else []
    if unit.state is State.LOCKED:
        comment.append("locked: a change will be refused")
    return polib.POEntry(
        msgctxt=unit.name,
        msgid=unit.chinese,
        msgstr=unit.english,
        comment="\n".join(comment),
        flags=["fuzzy"] if unit.state in NEEDS_WORK else [],
    )


def read_po(data: bytes, path: Path) -> tuple[Incoming, ...]:
    """Return the units of a PO file, without obsolete entries.

    Raises:
        DataInvalid: the file is damaged, or an entry is not from an export; the error names
            the line.
    """
    text = _OTHER_ENDS.sub(" ", decoded(data, path))
    _refuse_cut(text, path)
    try:
        file = polib.pofile(f"{text}\n")  # the line end keeps polib from reading the text as a path
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        found = _LINE.search(str(error))
        raise _damaged(path, int(found[1]) if found else 1) from error
    return tuple(_incoming(entry, path) for entry in file if not entry.obsolete)


def _refuse_cut(text: str, path: Path) -> None:
    """Raise if a line is not valid PO, or the last entry is incomplete."""
    keyword = "msgstr"
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        found = _WHOLE.fullmatch(line)
        if found is None:
            raise _damaged(path, number)
        keyword = found[1] or keyword
    if not keyword.startswith("msgstr"):
        raise _damaged(path, len(lines))


def _damaged(path: Path, line: int) -> DataInvalid:
    return DataInvalid(
        Location(path, line),
        tell("The PO file is damaged at this line."),
        todo=tell("Export the file again."),
    )


def _incoming(entry: polib.POEntry, path: Path) -> Incoming:
    if not entry.msgctxt or entry.msgid_plural:
        raise DataInvalid(
            Location(path, entry.linenum),
            tell("The entry is not from an export: its msgctxt does not name a block."),
            todo=tell("Remove the entry, or export the file again."),
        )
    base = _BASE.search(entry.comment)
    return Incoming(
        entry.msgctxt,
        entry.msgid,
        entry.msgstr,
        base[1] if base else None,
        entry.linenum or 1,
        is_unfinished=entry.fuzzy,
    )
