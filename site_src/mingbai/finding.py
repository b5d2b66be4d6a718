"""What an editor should mend: checks yield findings, they never raise them."""

from dataclasses import dataclass
from enum import Enum

from mingbai.errors import Location


class Level(Enum):
    """How grave a finding is."""

    ERROR = "error"
    """The build or the check fails."""
    WARNING = "warning"
    """Shown, and nothing fails."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend, with its place, its rule and what to do about it."""

    location: Location
    rule: str
    """The rule's id in kebab-case, as in ``docs/reference/checks.md``."""
    message: str
    todo: str
    level: Level = Level.ERROR
    column: int | None = None
    """Counted from 1 in characters; None where the line as a whole is meant."""

    @property
    def is_error(self) -> bool:
        """Whether the finding fails a check."""
        return self.level is Level.ERROR

    def __str__(self) -> str:
        """Return one line: place, level, what is wrong, what to do, rule.

        >>> from pathlib import Path
        >>> print(Finding(Location(Path("a.md"), 3), "links", "b.md is missing.", "Mend the link."))
        a.md:3: error: b.md is missing. Mend the link. [links]
        """
        column = "" if self.column is None else f":{self.column}"
        return (
            f"{self.location}{column}: {self.level.value}: {self.message} {self.todo} [{self.rule}]"
        )
