"""The parts of a report. All offsets are in characters of `Source.text`."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Source:
    """A report as it was read, with everything needed to write the same bytes again."""

    text: str
    """The characters, with the file's own line ends, without a byte order mark."""
    encoding: str
    """``utf-8`` or ``gb18030``."""
    bom: bool = False
    """Whether the file began with a UTF-8 byte order mark."""

    def encode(self) -> bytes:
        r"""Return the file's bytes.

        >>> Source("各位代表：\n", "utf-8", bom=True).encode()[:3]
        b'\xef\xbb\xbf'
        """
        return encode(self.text, self.encoding, bom=self.bom)


def encode(text: str, encoding: str, *, bom: bool) -> bytes:
    """Return the bytes of a text in an encoding, with a byte order mark if ``bom`` is true."""
    return ("\ufeff" if bom else "").encode() + text.encode(encoding)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the report and its position in the source."""

    number: int
    """Counted from 1 over the whole report: the 9 of ``p9-2``."""
    text: str
    """Without the white space around it."""
    start: int
    """``source.text[start : start + len(text)] == text``."""

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.text)


class HeadingKind(StrEnum):
    """The kind of a heading, which its mark shows."""

    TITLE = "title"
    """政府工作报告, before the report starts."""
    OCCASION = "occasion"
    """——2024年3月5日在…会议上."""
    SPEAKER = "speaker"
    """Office and name of the person who delivers the report."""
    SALUTATION = "salutation"
    """各位代表： on a line of its own."""
    PART = "part"
    """一、2023年工作回顾."""
    SECTION = "section"
    """（一）… anywhere; 一是… and 第一，… directly in a part."""
    LEAD = "lead"
    """——… at the start of a paragraph."""
    POINT = "point"
    """一是… and 第一，… inside a section."""
    ITEM = "item"
    """A heading without a number: a short line, or a short sentence that names what follows."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its position."""

    kind: HeadingKind
    number: str | None
    """As written, without its mark: 一, 十."""
    title: str
    """Without number, mark and closing full stop."""
    run_in: bool
    """Whether text follows in the same paragraph."""
    start: int
    """Offset of its first character, the mark included."""
    end: int
    """Offset after its last character, the full stop included."""
    paragraph: int


@dataclass(frozen=True, slots=True)
class Node:
    """A heading and everything below it."""

    heading: Heading
    level: int
    """1 for parts and their siblings; children have a higher level."""
    end: int
    """Offset after its last character; the node starts with its heading."""
    last_paragraph: int
    """Number of the last paragraph that belongs to it, at least in part."""
    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its source, its paragraphs and its outline."""

    source: Source
    paragraphs: tuple[Paragraph, ...]
    outline: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The smallest part of a report with an id: a heading, or the text between two headings."""

    id: str
    """``p9`` for the first block of paragraph 9, ``p9-2`` for the second."""
    text: str
    start: int
    heading: Heading | None
    """The heading, if the whole block is one."""
    lead: str = ""
    """The lead sentence (——…。) at the start of the text, which pages set in bold."""


def block_id(paragraph: int, ordinal: int) -> str:
    """Return the permanent id of a paragraph's block; both numbers are counted from 1.

    >>> block_id(9, 1), block_id(9, 2)
    ('p9', 'p9-2')
    """
    return f"p{paragraph}" if ordinal == 1 else f"p{paragraph}-{ordinal}"
