"""Reads untrusted XML safely and with line numbers, and escapes text for XML.

Entities make XML dangerous, so a file that declares any is refused before they are read. A
reference to a DTD, as OmegaT writes into its TMX, is ignored and never fetched.
"""

from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from mingbai.errors import DataInvalid, Location
from mingbai.messages import tell

XML_LANG = "http://www.w3.org/XML/1998/namespace}lang"
"""The attribute xml:lang, as `Node.attributes` names it."""

MAX_DEPTH = 40
"""Maximum nesting of elements; files of translators' tools have about ten levels."""

MAX_BYTES = 64 * 1024 * 1024
"""Maximum size: a hundred times the largest report's file."""


@dataclass(slots=True)
class Node:
    """One element, and the line it begins on."""

    name: str
    """``namespace}local``, or only the local name if it has no namespace."""
    attributes: dict[str, str]
    line: int
    parts: "list[Node | str]" = field(default_factory=list)
    """Its text and child elements, in order."""

    def children(self, name: str) -> "list[Node]":
        """Return the child elements with this name."""
        return [part for part in self.parts if isinstance(part, Node) and part.name == name]

    @property
    def text(self) -> str:
        """The element's own text, without that of its children."""
        return "".join(part for part in self.parts if isinstance(part, str))


class _Reader:
    """Builds nodes from the parser's events."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.document = Node("", {}, 1)
        self.open = [self.document]
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._entity
        self.parser = parser

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) > MAX_DEPTH:
            self.refuse(
                tell("Elements are nested more than {most} levels deep here.", most=MAX_DEPTH)
            )
        node = Node(name, attributes, self.parser.CurrentLineNumber)
        self.open[-1].parts.append(node)
        self.open.append(node)

    def _end(self, _name: str) -> None:
        self.open.pop()

    def _text(self, text: str) -> None:
        self.open[-1].parts.append(text)

    def _doctype(self, *declared: object) -> None:
        *_names, has_subset = declared
        if has_subset:
            self.refuse(tell("The file declares a document type, which is not allowed."))

    def _entity(self, *_declared: object) -> None:
        self.refuse(tell("The file declares an entity, which is not allowed."))

    def refuse(self, message: str) -> None:
        location = Location(self.path, self.parser.CurrentLineNumber)
        raise DataInvalid(location, message, todo=tell("Export the file again."))


def read_xml(data: bytes, path: Path) -> Node:
    """Return the root element.

    Raises:
        DataInvalid: the file is not XML, is truncated or too large, or contains declarations; the
            error names the line.
    """
    reader = _Reader(path)
    if len(data) > MAX_BYTES:
        reader.refuse(tell("The file is larger than any export."))
    try:
        reader.parser.Parse(data, True)  # noqa: FBT003 (expat takes it by place)
    except (expat.ExpatError, ValueError, LookupError) as error:
        line = error.lineno if isinstance(error, expat.ExpatError) else 1
        raise DataInvalid(
            Location(path, line),
            tell("The file is not complete XML: {error}.", error=error),
            todo=tell("Export the file again."),
        ) from error
    return next(part for part in reader.document.parts if isinstance(part, Node))


def attribute(node: Node, name: str, path: Path) -> str:
    """Return the value of a required attribute.

    Raises:
        DataInvalid: the attribute is missing.
    """
    if name not in node.attributes:
        raise DataInvalid(
            Location(path, node.line),
            tell(
                "The element {element} has no attribute {name}.",
                element=node.name.split("}")[-1],
                name=name,
            ),
            todo=tell("Export the file again."),
        )
    return node.attributes[name]


def text_xml(text: str) -> str:
    """Return the text escaped for XML.

    >>> text_xml("R&D < 3%")
    'R&amp;D &lt; 3%'
    """
    return escape(text)


def value_xml(text: str) -> str:
    """Return the text as a quoted attribute value.

    >>> print(value_xml("R&D"))
    "R&amp;D"
    """
    return quoteattr(text)
