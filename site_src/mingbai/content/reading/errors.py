"""Collects errors while a project is read, so that an editor sees all of them at once."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from mingbai.errors import MingbaiError, SeveralErrors

T = TypeVar("T")
U = TypeVar("U")


class Errors:
    """A list of errors, each of them once."""

    def __init__(self) -> None:
        """Start without errors."""
        self.all: dict[str, MingbaiError] = {}

    def add(self, errors: Iterable[MingbaiError]) -> None:
        """Add errors."""
        self.all |= {str(error): error for error in errors}

    def tried(self, read: Callable[[], T], otherwise: U) -> T | U:
        """Return the result of `read`; if it raises, add the error and return `otherwise`."""
        try:
            return read()
        except SeveralErrors as several:
            self.add(several.errors)
        except MingbaiError as error:
            self.add((error,))
        return otherwise
