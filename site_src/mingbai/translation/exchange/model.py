"""The units that are exchanged with translators, in any format.

Markup is masked as ⟦0⟧, ⟦1⟧ …, so that translators can move it but not mistype it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from mingbai.content.ledger import State
from mingbai.digest import words_digest
from mingbai.errors import DataInvalid, Location
from mingbai.language import Language
from mingbai.messages import tell

SOURCE_LANGUAGE, TARGET_LANGUAGE = Language.ZH.tag, Language.EN.tag

MASK = re.compile("⟦([0-9]{1,4})⟧")
"""Matches the placeholder of a piece of markup in a unit's texts."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One block, exported for a translator."""

    page: str
    """The path in the language's folder: ``review-2023/economy.md``."""
    id: str
    """The block's id: ``p9-2``."""
    chinese: str
    """On one line, markup masked."""
    english: str
    """On one line, markup masked with the numbers from the Chinese; empty if there is none."""
    state: State
    markup: tuple[str, ...] = ()
    """The markup behind the masks of the Chinese, by number."""
    terms: tuple[tuple[str, str], ...] = ()
    """The glossary's terms in the Chinese, each with its English."""

    @property
    def name(self) -> str:
        """The unit's name in an exported file: ``review-2023/economy.md#p9-2``."""
        return f"{self.page}#{self.id}"

    @property
    def base(self) -> str:
        """The digest of its English; an import compares it to detect changes in the project."""
        return words_digest(self.english)

    @property
    def hint(self) -> str:
        """The glossary's terms on one line: ``红船 = Red Boat; …``."""
        return "; ".join(f"{chinese} = {english}" for chinese, english in self.terms)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One unit of an imported file."""

    name: str
    chinese: str
    english: str
    base: str | None
    """`Unit.base` at the export; None if the tool lost it."""
    line: int
    """In the file, from 1."""
    is_unfinished: bool = False
    """Whether the translator marked it as needing work."""


def one_line(text: str) -> str:
    r"""Return the text with each run of white space replaced by one space, and none at the ends.

    >>> one_line("GDP\n  grew. ")
    'GDP grew.'
    """
    return " ".join(text.split())


def is_same(one: str, other: str) -> bool:
    r"""Return whether two texts differ only in white space and Unicode composition.

    >>> is_same("cafe\u0301 ", "caf\u00e9")
    True
    """
    return words_digest(one) == words_digest(other)


_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""XML 1.0 cannot contain most of these, and no sentence needs them."""


def refuse_unwritable(units: tuple[Unit, ...]) -> None:
    """Refuse texts that an exchange file cannot contain.

    Raises:
        DataInvalid: a text contains control characters, lone surrogates or noncharacters.

    Source: XML 1.0, 2.2.
    """
    for unit in units:
        if found := _UNWRITABLE.search(unit.chinese + unit.english + unit.hint):
            raise DataInvalid(
                None,
                tell(
                    "{name}: the text contains the character U+{code:04X}.",
                    name=unit.name,
                    code=ord(found.group()),
                ),
                todo=tell("Remove the character from the page."),
            )


def decoded(data: bytes, path: Path) -> str:
    """Return the text of a file in UTF-8, with or without a byte order mark.

    Raises:
        DataInvalid: the file is in another encoding; the error names the line.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataInvalid(
            Location(path, line), tell("The file is not UTF-8."), todo=tell("Save it as UTF-8.")
        ) from error
