"""Errors that stop a command: each says where, what is wrong and what to do.

The command line prints them as ``file:line: what is wrong. What to do.`` and exits with 2.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file that an editor can open.

    >>> str(Location(Path("data/figures.yml"), 41))
    'data/figures.yml:41'
    """

    path: Path
    """As the user typed it, or relative to the project's root."""
    line: int | None = None
    """Counted from 1; None for the whole file."""

    def __str__(self) -> str:
        """Return ``path:line``, or only the path if the line is not known."""
        return f"{self.path}" if self.line is None else f"{self.path}:{self.line}"


class MingbaiError(Exception):
    """The command cannot continue; the message names the location, the problem and the remedy."""

    def __init__(self, location: Location | None, message: str, *, todo: str) -> None:
        """Store the location, the message (what is wrong) and the remedy (what to do)."""
        super().__init__(location, message, todo)
        self.location = location
        self.message = message
        self.todo = todo

    def __str__(self) -> str:
        """Return one line: location, message, remedy."""
        place = "" if self.location is None else f"{self.location}: "
        return f"{place}{self.message} {self.todo}".rstrip()


class SourceUnreadable(MingbaiError):  # noqa: N818 (errors are named after what went wrong)
    """A report's file is missing, empty, too large, binary or in an unknown encoding."""


class TargetUnwritable(MingbaiError):  # noqa: N818
    """A folder or file cannot be written, or writing it would lose something."""


class DataInvalid(MingbaiError):  # noqa: N818
    """A value in YAML or front matter does not match its model."""


class ProofMissing(DataInvalid):
    """The report does not contain what an entry of data/ quotes from it or states about it."""


class PageInvalid(MingbaiError):  # noqa: N818
    """A Markdown page of the report does not match the manifest."""


class ProjectInvalid(MingbaiError):  # noqa: N818
    """The folder is not a Mingbai project, or part of the project is missing."""


class SeveralErrors(MingbaiError):  # noqa: N818
    """Several errors, reported together."""

    def __init__(self, errors: tuple[MingbaiError, ...]) -> None:
        """Store the errors in the order in which they were found."""
        super().__init__(errors[0].location, errors[0].message, todo=errors[0].todo)
        self.errors = errors

    def __str__(self) -> str:
        """Return one line for each error."""
        return "\n".join(str(error) for error in self.errors)


def raise_all(errors: tuple[MingbaiError, ...]) -> None:
    """Raise the errors: one alone, several as `SeveralErrors`; do nothing if there are none."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise SeveralErrors(errors)
