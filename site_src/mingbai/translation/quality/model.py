"""The rules' input and output."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from mingbai.errors import Location
from mingbai.finding import Finding, Level
from mingbai.glossary import Term
from mingbai.messages import tell


@dataclass(frozen=True, slots=True)
class Labelled:
    """What an entry of data/figures.yml calls the numbers of a quote."""

    quote: str
    values: tuple[Decimal, ...]
    label: str
    """In English, with the noun that is counted."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A block in both languages: the input of the rules."""

    chinese: str
    """The report's words, without Markdown."""
    english: str
    is_heading: bool = False
    """English headings have no full stop; Chinese ones often do."""
    terms: tuple[Term, ...] = ()
    """The glossary's terms in the Chinese, each once."""
    labels: tuple[Labelled, ...] = ()
    """The labels of the figures that the block's paragraph proves."""
    markdown: tuple[str, str] | None = None
    """Both texts as Markdown; None if they are not in files."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One place at which a block breaks a rule."""

    message: str
    text: str = ""
    """The words at fault, which a waiver may name; empty for the whole block."""


@dataclass(frozen=True, slots=True)
class BlockRule:
    """One requirement on the English of a block."""

    id: str
    """In kebab-case, for findings and waivers."""
    level: Level
    todo: str
    """What to do about it: a whole sentence, for `tell`."""
    find: Callable[[Subject], Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that a block breaks, and where."""

    rule: BlockRule
    message: str
    text: str

    @property
    def is_error(self) -> bool:
        """Whether English with this fault must not be saved."""
        return self.rule.level is Level.ERROR

    def finding(self, location: Location, block: str) -> Finding:
        """Return it as a finding at a block's location."""
        message = tell("{block}: {message}", block=block, message=self.message)
        return Finding(location, self.rule.id, message, tell(self.rule.todo), self.rule.level)
