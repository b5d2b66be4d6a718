"""Errors gathered while a project is read, so that an editor sees all of them at once."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from mingbai.errors import MingbaiError, SeveralErrors

T = TypeVar("T")
U = TypeVar("U")


class Errors:
    """Collects what stood in the way, each error once."""

    def __init__(self) -> None:
        """Begin with none."""
        self.all: dict[str, MingbaiError] = {}

    def add(self, errors: Iterable[MingbaiError]) -> None:
        """Take errors over."""
        self.all |= {str(error): error for error in errors}

    def tried(self, read: Callable[[], T], otherwise: U) -> T | U:
        """Return what was read, or else the other."""
        try:
            return read()
        except SeveralErrors as several:
            self.add(several.errors)
        except MingbaiError as error:
            self.add((error,))
        return otherwise
