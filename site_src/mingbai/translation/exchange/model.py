"""What travels between the pages and a translator's file, whatever the format.

Markup is masked as ⟦0⟧, ⟦1⟧ …, so that a translator moves it and does not mistype it.
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
"""What stands for a piece of markup in a unit's texts."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One block as it is given to a translator."""

    page: str
    """Below the language's folder: ``review-2023/economy.md``."""
    id: str
    """The block's: ``p9-2``."""
    chinese: str
    """On one line, markup masked."""
    english: str
    """On one line, markup masked with the numbers it has in the Chinese; empty if there is none."""
    state: State
    markup: tuple[str, ...] = ()
    """What the masks of the Chinese stand for, by number."""
    terms: tuple[tuple[str, str], ...] = ()
    """What the glossary says of terms in the Chinese: each with its English."""

    @property
    def name(self) -> str:
        """By which a file that comes back names it: ``review-2023/economy.md#p9-2``."""
        return f"{self.page}#{self.id}"

    @property
    def base(self) -> str:
        """The digest of its English, by which an import sees who changed it since."""
        return words_digest(self.english)

    @property
    def hint(self) -> str:
        """What the glossary says, on one line: ``红船 = Red Boat; …``."""
        return "; ".join(f"{chinese} = {english}" for chinese, english in self.terms)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One unit as it stands in a file that came back."""

    name: str
    chinese: str
    english: str
    base: str | None
    """`Unit.base` when it was exported; None where the tool did not keep it."""
    line: int
    """In the file, from 1."""
    is_unfinished: bool = False
    """Whether the translator marked it as needing work."""


def one_line(text: str) -> str:
    r"""Return the text with each run of white space as one blank, none at the ends.

    >>> one_line("GDP\n  grew. ")
    'GDP grew.'
    """
    return " ".join(text.split())


def is_same(one: str, other: str) -> bool:
    r"""Return whether two texts differ by nothing but white space and composed characters.

    >>> is_same("cafe\u0301 ", "caf\u00e9")
    True
    """
    return words_digest(one) == words_digest(other)


_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""XML 1.0 cannot hold most of these, and no sentence needs any."""


def refuse_unwritable(units: tuple[Unit, ...]) -> None:
    """Refuse texts that a file of exchange cannot carry.

    Raises:
        DataInvalid: control characters, half surrogates or non-characters.

    Source: XML 1.0, 2.2.
    """
    for unit in units:
        if found := _UNWRITABLE.search(unit.chinese + unit.english + unit.hint):
            raise DataInvalid(
                None,
                tell(
                    "{name}: the text holds the character U+{ord:04X}.",
                    name=unit.name,
                    ord=ord(found.group()),
                ),
                todo=tell("Take it out of the page."),
            )


def decoded(data: bytes, path: Path) -> str:
    """Return the text of a file in UTF-8, with or without a byte order mark.

    Raises:
        DataInvalid: it is in another encoding; the line is named.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataInvalid(
            Location(path, line), tell("The file is not UTF-8."), todo=tell("Save it as UTF-8.")
        ) from error
