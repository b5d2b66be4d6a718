"""TMX 1.4, for translation memories; PO and XLIFF carry more for a translator.

Source: TMX 1.4b Specification, 26 April 2005.
"""

from pathlib import Path

import mingbai
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
from mingbai.translation.exchange.xmlfile import (
    XML_LANG,
    Node,
    attribute,
    read_xml,
    text_xml,
    value_xml,
)

_BASE = "x-mingbai-english"
"""The property that contains `Unit.base`."""


_HEADER = (
    f'  <header creationtool="mingbai" creationtoolversion={value_xml(mingbai.__version__)}'
    f' segtype="paragraph" o-tmf="mingbai" adminlang="en" srclang="{SOURCE_LANGUAGE}"'
    ' datatype="plaintext"/>'
)


def write_tmx(units: tuple[Unit, ...]) -> str:
    """Return the units as a TMX file; a unit without English has only its Chinese.

    Raises:
        DataInvalid: a text contains characters that XML cannot.
    """
    refuse_unwritable(units)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tmx version="1.4">',
        _HEADER,
        "  <body>",
    ]
    for unit in units:
        lines += _unit(unit)
    return "\n".join([*lines, "  </body>", "</tmx>"]) + "\n"


def _unit(unit: Unit) -> list[str]:
    note = [f"      <note>{text_xml(unit.hint)}</note>"] if unit.hint else []
    texts = [(SOURCE_LANGUAGE, unit.chinese), (TARGET_LANGUAGE, unit.english)]
    return [
        f"    <tu tuid={value_xml(unit.name)}>",
        *note,
        f'      <prop type="x-mingbai-state">{unit.state}</prop>',
        f'      <prop type="{_BASE}">{unit.base}</prop>',
        *(
            f'      <tuv xml:lang="{language}"><seg>{_inline(text, unit)}</seg></tuv>'
            for language, text in texts
            if text
        ),
        "    </tu>",
    ]


def _inline(text: str, unit: Unit) -> str:
    """Return a text with its masks as placeholders that contain the markup."""
    pieces = MASK.split(text)
    return "".join(
        f'<ph x="{piece}">{_markup_of(piece, unit)}</ph>' if place % 2 else text_xml(piece)
        for place, piece in enumerate(pieces)
    )


def _markup_of(number: str, unit: Unit) -> str:
    return text_xml(unit.markup[int(number)]) if int(number) < len(unit.markup) else ""


def read_tmx(data: bytes, path: Path) -> tuple[Incoming, ...]:
    """Return the units of a TMX file.

    Raises:
        DataInvalid: the file is not TMX, or a unit is not from an export; the error names the line.
    """
    root = read_xml(data, path)
    if root.name != "tmx":
        raise DataInvalid(
            Location(path, root.line),
            tell("The file is not TMX."),
            todo=tell("Save the file as TMX."),
        )
    return tuple(
        _incoming(unit, path) for body in root.children("body") for unit in body.children("tu")
    )


def _incoming(unit: Node, path: Path) -> Incoming:
    texts = {"zh": "", "en": ""}
    for variant in unit.children("tuv"):
        language = variant.attributes.get(XML_LANG, variant.attributes.get("lang", ""))
        for segment in variant.children("seg"):
            texts[language.lower().split("-")[0]] = _plain(segment, path)
    base = next(
        (
            prop.text.strip()
            for prop in unit.children("prop")
            if prop.attributes.get("type") == _BASE
        ),
        None,
    )
    name = attribute(unit, "tuid", path)
    return Incoming(name, texts["zh"], texts["en"], base, unit.line)


def _plain(node: Node, path: Path) -> str:
    """Return the text, placeholders as masks."""
    text = ""
    for part in node.parts:
        if isinstance(part, str):
            text += part
        elif part.name == "ph":
            text += f"⟦{attribute(part, 'x', path)}⟧"
        elif part.name == "hi":
            text += _plain(part, path)
        else:
            raise DataInvalid(
                Location(path, part.line),
                tell("No export contains the element {name}.", name=part.name),
                todo=tell(
                    "Remove it in the tool; only the placeholders of the source are allowed."
                ),
            )
    return text
