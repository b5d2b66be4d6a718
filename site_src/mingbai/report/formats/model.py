"""What reading a file gives: its text, and what happened to every other character of the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Taken(StrEnum):
    """What the text contains that a plainer reading would have lost."""

    AUTOMATIC_NUMBERS = "automatic_numbers"
    HEADING_LEVELS = "heading_levels"
    INSERTED_TEXT = "inserted_text"
    TABLES = "tables"
    JOINED_LINES = "joined_lines"
    RADICALS = "radicals"


class LeftOutKind(StrEnum):
    """What the text leaves out."""

    DELETED_TEXT = "deleted_text"
    HIDDEN_TEXT = "hidden_text"
    COMMENT = "comment"
    HEADER_OR_FOOTER = "header_or_footer"
    PAGE_NUMBER = "page_number"
    CONTENTS_LIST = "contents_list"
    TEXT_BOX = "text_box"
    NOTE = "note"
    PICTURE = "picture"
    CHART = "chart"
    EMBEDDED_OBJECT = "embedded_object"
    MACRO = "macro"
    BULLET = "bullet"
    RUBY = "ruby"
    PAGE_CHROME = "page_chrome"
    MARKUP = "markup"


class DoubtKind(StrEnum):
    """What a person should look at."""

    TABLE = "table"
    FORMULA = "formula"
    UNKNOWN_SYMBOL = "unknown_symbol"
    LINE_JOIN = "line_join"
    SECOND_TITLE = "second_title"
    FRONT_LINE = "front_line"
    PAGER = "pager"
    SHORT_PAGE = "short_page"
    CONTINUED_ELSEWHERE = "continued_elsewhere"
    NO_SENTENCE_END = "no_sentence_end"
    NUMBER_JUMP = "number_jump"
    LONG_PAGE = "long_page"
    NO_PART = "no_part"
    NO_TITLE = "no_title"
    HALF_LINES = "half_lines"
    PAGE_CHROME = "page_chrome"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the file that are not in the text."""

    kind: LeftOutKind
    words: str
    """The words; empty for what has none, such as a picture without alternative text."""
    place: str
    """Where they stand in the file, in words that an editor can follow: ``page 3``."""
    paragraph: int | None = None
    """The number of the report's paragraph they belong to: a note's."""
    offset: int | None = None
    """The characters of that paragraph before the place they belong to."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place that a person should look at."""

    kind: DoubtKind
    what: str
    """A whole sentence, made by `mingbai.messages.tell`."""
    paragraph: int | None = None
    """The number of the report's paragraph, counted as everywhere; None: the whole file."""
    place: str = ""
    """Where it stands in the file, where the file's own places say more: ``page 3``."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text, without its line end; white space is kept."""

    text: str
    level: int | None = None
    """The heading's level in the file, 0 for the highest; None if the file calls it no heading."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's text and the account of how it was read."""

    format: str
    """``txt``, ``md``, ``docx``, ``html``, ``mht``, ``pdf``, ``odt``, ``rtf``, ``doc``, ``ofd``."""
    lines: tuple[Line, ...]
    taken: Mapping[Taken, int] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def text(self) -> str:
        """The text in Unicode, its lines ended by LF."""
        return "".join(f"{line.text}\n" for line in self.lines)

    @property
    def levels(self) -> dict[int, int]:
        """The heading's levels by the paragraph's number, counted over the lines with words."""
        words = (line for line in self.lines if line.text.strip())
        return {
            number: line.level for number, line in enumerate(words, 1) if line.level is not None
        }
