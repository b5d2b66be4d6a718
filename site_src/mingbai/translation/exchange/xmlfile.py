"""XML from outside, read without risk and with line numbers; and the words that go into XML.

Entities are what makes XML dangerous. A file with declarations of its own is refused before they
are read; a mere name of a DTD, as OmegaT writes into its TMX, is passed over and never fetched.
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
"""Of elements in one another; the deepest that a translator's tool writes has about ten."""

MAX_BYTES = 64 * 1024 * 1024
"""A hundred times the largest report's file."""


@dataclass(slots=True)
class Node:
    """One element, and where it begins."""

    name: str
    """``namespace}local``; the local name alone where it has no namespace."""
    attributes: dict[str, str]
    line: int
    parts: "list[Node | str]" = field(default_factory=list)
    """Its text and its elements, in order."""

    def children(self, name: str) -> "list[Node]":
        """Return the elements of this name directly inside."""
        return [part for part in self.parts if isinstance(part, Node) and part.name == name]

    @property
    def text(self) -> str:
        """The text directly inside."""
        return "".join(part for part in self.parts if isinstance(part, str))


class _Reader:
    """Builds nodes from what the parser meets."""

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
            self.refuse(f"Elements stand more than {MAX_DEPTH} deep in one another here.")
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
            self.refuse("The file declares a document type of its own, which is not read.")

    def _entity(self, *_declared: object) -> None:
        self.refuse("The file uses an entity of its own, which is not read.")

    def refuse(self, message: str) -> None:
        location = Location(self.path, self.parser.CurrentLineNumber)
        raise DataInvalid(location, message, todo=tell("Export the file again."))


def read_xml(data: bytes, path: Path) -> Node:
    """Return the root element.

    Raises:
        DataInvalid: the file is no XML, cut, too large, or holds declarations; the line is named.
    """
    reader = _Reader(path)
    if len(data) > MAX_BYTES:
        reader.refuse("The file is larger than any export.")
    try:
        reader.parser.Parse(data, True)  # noqa: FBT003 (expat takes it by place)
    except (expat.ExpatError, ValueError, LookupError) as error:
        line = error.lineno if isinstance(error, expat.ExpatError) else 1
        raise DataInvalid(
            Location(path, line),
            tell("The file is no whole XML: {error}.", error=error),
            todo=tell("Export it again."),
        ) from error
    return next(part for part in reader.document.parts if isinstance(part, Node))


def attribute(node: Node, name: str, path: Path) -> str:
    """Return the value of an attribute that has to be there.

    Raises:
        DataInvalid: it is missing.
    """
    if name not in node.attributes:
        raise DataInvalid(
            Location(path, node.line),
            tell("The element {split} has no {name}.", split=node.name.split("}")[-1], name=name),
            todo=tell("Export the file again."),
        )
    return node.attributes[name]


def text_xml(text: str) -> str:
    """Return the text as XML.

    >>> text_xml("R&D < 3%")
    'R&amp;D &lt; 3%'
    """
    return escape(text)


def value_xml(text: str) -> str:
    """Return the text as an attribute's value, quoted.

    >>> print(value_xml("R&D"))
    "R&amp;D"
    """
    return quoteattr(text)
