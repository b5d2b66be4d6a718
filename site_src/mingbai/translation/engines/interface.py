"""The interface of translation engines, and their error."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of Chinese to translate, with its context."""

    text: str
    """The text with its markup masked: ⟦0⟧, ⟦1⟧, …"""
    before: str = ""
    """The paragraph before it, for engines that can use it."""
    after: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    """The glossary's terms in it, each in Chinese and English."""


class EngineError(Exception):
    """An engine returned no usable translation."""

    def __init__(self, message: str, *, is_passing: bool, wait: float | None = None) -> None:
        """Describe the error.

        Args:
            message: what happened, without any key.
            is_passing: whether a retry may help.
            wait: seconds to wait before a retry, if the engine states them.
        """
        super().__init__(message)
        self.is_passing = is_passing
        self.wait = wait


class Engine(Protocol):
    """Translates segments, one at a time."""

    name: str
    version: str
    limit: int
    """Maximum length of a segment, in characters as the engine counts them."""

    def translate(self, segment: Segment) -> str:
        """Return the English.

        Raises:
            EngineError: the engine returned nothing usable as English of this segment.
        """
