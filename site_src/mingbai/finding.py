"""Findings: the problems that checks report to editors. Checks yield them and never raise them."""

from dataclasses import dataclass
from enum import Enum

from mingbai.errors import Location


class Level(Enum):
    """The severity of a finding."""

    ERROR = "error"
    """The build or the check fails."""
    WARNING = "warning"
    """It is shown; the build and the check still pass."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: its location, its rule and what to do."""

    location: Location
    rule: str
    """The rule's id in kebab-case, as in ``docs/reference/checks.md``."""
    message: str
    todo: str
    level: Level = Level.ERROR
    column: int | None = None
    """In characters, counted from 1; None for the whole line."""

    @property
    def is_error(self) -> bool:
        """Whether the finding makes a check fail."""
        return self.level is Level.ERROR

    def __str__(self) -> str:
        """Return one line: location, level, message, remedy, rule.

        >>> from pathlib import Path
        >>> print(Finding(Location(Path("a.md"), 3), "links", "b.md is missing.", "Correct it."))
        a.md:3: error: b.md is missing. Correct it. [links]
        """
        column = "" if self.column is None else f":{self.column}"
        return (
            f"{self.location}{column}: {self.level.value}: {self.message} {self.todo} [{self.rule}]"
        )
