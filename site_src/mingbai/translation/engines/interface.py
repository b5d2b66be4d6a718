"""What every engine is, and how one fails."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of Chinese to be translated, with what helps to translate it."""

    text: str
    """Its markup masked: ⟦0⟧, ⟦1⟧, …"""
    before: str = ""
    """The paragraph before it, where the engine can use it."""
    after: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    """Chinese and English of the glossary's terms in it."""


class EngineError(Exception):
    """An engine gave nothing that can be used."""

    def __init__(self, message: str, *, is_passing: bool, wait: float | None = None) -> None:
        """Say what happened.

        Args:
            message: without any key.
            is_passing: whether asking again may help.
            wait: seconds that the engine asks to be left alone.
        """
        super().__init__(message)
        self.is_passing = is_passing
        self.wait = wait


class Engine(Protocol):
    """Translates segments, one at a time."""

    name: str
    version: str
    limit: int
    """Characters of a segment at most, as the engine counts them."""

    def translate(self, segment: Segment) -> str:
        """Return the English.

        Raises:
            EngineError: nothing came back, or nothing that can be English of this segment.
        """
