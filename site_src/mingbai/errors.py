"""What stops us: every error says where, what is wrong and what to do.

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
    """Counted from 1; None where the whole file is meant."""

    def __str__(self) -> str:
        """Return ``path:line``, or the path alone where no line is known."""
        return f"{self.path}" if self.line is None else f"{self.path}:{self.line}"


class MingbaiError(Exception):
    """The work cannot go on; the message names a place, the trouble and a remedy."""

    def __init__(self, location: Location | None, message: str, *, todo: str) -> None:
        """Keep the place, the sentence that says what is wrong and the one that says what to do."""
        super().__init__(location, message, todo)
        self.location = location
        self.message = message
        self.todo = todo

    def __str__(self) -> str:
        """Return one line: place, what is wrong, what to do."""
        place = "" if self.location is None else f"{self.location}: "
        return f"{place}{self.message} {self.todo}".rstrip()


class SourceUnreadable(MingbaiError):  # noqa: N818 (the house names errors after what went wrong)
    """A report's file is missing, empty, too large, binary or in an unknown encoding."""


class TargetUnwritable(MingbaiError):  # noqa: N818
    """A folder or file cannot be written, or writing it would lose something."""


class DataInvalid(MingbaiError):  # noqa: N818
    """A YAML or front matter value is not what its model asks for."""


class PageInvalid(MingbaiError):  # noqa: N818
    """A Markdown page of the report does not have the shape its manifest knows."""


class ProjectInvalid(MingbaiError):  # noqa: N818
    """The folder is not a Mingbai project, or a part of it is missing."""


class SeveralErrors(MingbaiError):  # noqa: N818
    """More than one thing is wrong; an editor sees them all at once."""

    def __init__(self, errors: tuple[MingbaiError, ...]) -> None:
        """Keep the errors in the order in which they were met."""
        super().__init__(errors[0].location, errors[0].message, todo=errors[0].todo)
        self.errors = errors

    def __str__(self) -> str:
        """Return one line for each error."""
        return "\n".join(str(error) for error in self.errors)


def raise_all(errors: tuple[MingbaiError, ...]) -> None:
    """Raise the one error, or all of them together; nothing when there is none."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise SeveralErrors(errors)
