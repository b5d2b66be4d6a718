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
    """A block in both languages, as the rules see it."""

    chinese: str
    """The report's words, without Markdown."""
    english: str
    is_heading: bool = False
    """English headings have no full stop; Chinese ones often do."""
    terms: tuple[Term, ...] = ()
    """The glossary's terms that stand in the Chinese, each once."""
    labels: tuple[Labelled, ...] = ()
    """Of the figures that rest on the block's paragraph."""
    markdown: tuple[str, str] | None = None
    """Both texts as they stand in their files, where they have a file."""


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
        """Return it as a finding on a block that stands in a file."""
        message = tell("{block}: {message}", block=block, message=self.message)
        return Finding(location, self.rule.id, message, tell(self.rule.todo), self.rule.level)
