"""XLIFF 2.0, for CAT tools: one file per page, one unit per block, with notes on the unit.

Source: XLIFF Version 2.0, OASIS Standard, 5 August 2014.
"""

from pathlib import Path

from mingbai.content.ledger import State
from mingbai.errors import DataInvalid, Location
from mingbai.messages import tell
from mingbai.translation.exchange.model import (
    MASK,
    SOURCE_LANGUAGE,
    TARGET_LANGUAGE,
    Incoming,
    Unit,
    refuse_unwritable,
)
from mingbai.translation.exchange.xmlfile import Node, attribute, read_xml, text_xml, value_xml

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"

STATES = {
    State.UNTRANSLATED: "initial",
    State.MACHINE: "initial",
    State.STALE: "initial",
    State.EDITED: "translated",
    State.REVIEWED: "reviewed",
    State.LOCKED: "final",
}
"""The standard's state for each of ours; ``subState`` contains ours."""

_BASE = "mingbai:english"
"""The category of the note that contains `Unit.base`."""


_ROOT = (
    f'<xliff xmlns="{NAMESPACE}" version="2.0" srcLang="{SOURCE_LANGUAGE}"'
    f' trgLang="{TARGET_LANGUAGE}" xml:space="preserve">'
)


def write_xliff(units: tuple[Unit, ...]) -> str:
    """Return the units as an XLIFF file.

    Raises:
        DataInvalid: there is no unit, which XLIFF does not allow, or a text contains characters
            that XML cannot.
    """
    refuse_unwritable(units)
    if not units:
        raise DataInvalid(
            None, tell("There is no unit to export."), todo=tell("Choose other pages or states.")
        )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _ROOT,
    ]
    by_page: dict[str, list[Unit]] = {}
    for unit in units:
        by_page.setdefault(unit.page, []).append(unit)
    for number, (page, ours) in enumerate(by_page.items(), start=1):
        lines.append(f'  <file id="f{number}" original={value_xml(page)} canResegment="no">')
        for unit in ours:
            lines += _unit(unit)
        lines.append("  </file>")
    return "\n".join([*lines, "</xliff>"]) + "\n"


def _unit(unit: Unit) -> list[str]:
    locked = ' translate="no"' if unit.state is State.LOCKED else ""
    notes = [("mingbai:state", str(unit.state)), (_BASE, unit.base)]
    notes += [("mingbai:glossary", unit.hint)] if unit.hint else []
    target = f"        <target>{_inline(unit.english, unit)}</target>"
    return [
        f"    <unit id={value_xml(unit.id)}{locked}>",
        "      <notes>",
        *(f'        <note category="{name}">{text_xml(text)}</note>' for name, text in notes),
        "      </notes>",
        f'      <segment state="{STATES[unit.state]}" subState="mingbai:{unit.state}">',
        f"        <source>{_inline(unit.chinese, unit)}</source>",
        *([target] if unit.english else []),
        "      </segment>",
        "    </unit>",
    ]


def _inline(text: str, unit: Unit) -> str:
    """Return a text with its masks as placeholders that show the markup."""
    pieces = MASK.split(text)
    return "".join(
        f'<ph id="{piece}"{_display(piece, unit)}/>' if place % 2 else text_xml(piece)
        for place, piece in enumerate(pieces)
    )


def _display(number: str, unit: Unit) -> str:
    known = int(number) < len(unit.markup)
    return f" disp={value_xml(unit.markup[int(number)])}" if known else ""


def read_xliff(data: bytes, path: Path) -> tuple[Incoming, ...]:
    """Return the units of an XLIFF 2 file, even if a tool has split them into segments.

    Raises:
        DataInvalid: the file is not XLIFF 2, or differs from an export; the error names the line.
    """
    root = read_xml(data, path)
    if root.name != f"{NAMESPACE}}}xliff":
        raise DataInvalid(
            Location(path, root.line),
            tell("The file is not XLIFF 2.0."),
            todo=tell("Save the file as XLIFF 2.0."),
        )
    return tuple(
        _incoming(unit, attribute(file, "original", path), path)
        for file in root.children(_name("file"))
        for unit in _units(file)
    )


def _name(local: str) -> str:
    return f"{NAMESPACE}}}{local}"


def _units(node: Node) -> list[Node]:
    """Return the units in a file, including those in groups."""
    found: list[Node] = []
    for part in node.parts:
        if isinstance(part, Node) and part.name == _name("unit"):
            found.append(part)
        elif isinstance(part, Node) and part.name == _name("group"):
            found += _units(part)
    return found


def _incoming(unit: Node, page: str, path: Path) -> Incoming:
    sources: list[str] = []
    targets: list[str] = []
    for part in unit.parts:
        if isinstance(part, Node) and part.name in (_name("segment"), _name("ignorable")):
            sources += [_plain(one, path) for one in part.children(_name("source"))]
            targets += [_plain(one, path) for one in part.children(_name("target"))]
    notes = [note for group in unit.children(_name("notes")) for note in group.parts]
    base = next(
        (
            note.text.strip()
            for note in notes
            if isinstance(note, Node) and note.attributes.get("category") == _BASE
        ),
        None,
    )
    name = f"{page}#{attribute(unit, 'id', path)}"
    return Incoming(name, "".join(sources), "".join(targets), base, unit.line)


def _plain(node: Node, path: Path) -> str:
    """Return the text with placeholders as masks; drop annotations that a tool added."""
    text = ""
    for part in node.parts:
        if isinstance(part, str):
            text += part
        elif part.name == _name("ph"):
            text += f"⟦{attribute(part, 'id', path)}⟧"
        elif part.name == _name("mrk"):
            text += _plain(part, path)
        elif part.name not in (_name("sm"), _name("em")):
            raise DataInvalid(
                Location(path, part.line),
                tell("No export contains the element {name}.", name=part.name.split("}")[-1]),
                todo=tell(
                    "Remove it in the tool; only the placeholders of the source are allowed."
                ),
            )
    return text
