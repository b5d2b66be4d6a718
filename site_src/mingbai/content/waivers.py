"""data/waivers.yml: faults that an editor looked at and lets stand, each with a reason."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from mingbai.content.ledger import Digest
from mingbai.datafile import read_models
from mingbai.errors import Location


class Waiver(BaseModel):
    """One rule that one block need not hold to, as long as its Chinese stays as it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^p[1-9]\d*(-[2-9]|-[1-9]\d+)?$")]
    """The block's: ``p9-2``."""
    rule: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    reason: Annotated[str, Field(min_length=10)]
    """Why the fault is none; of a derived number, how it follows from the Chinese."""
    chinese: Digest
    """Of the Chinese for which the reason holds: `mingbai.digest.words_digest`."""
    text: str | None = None
    """The words that are let stand; None lets the rule rest for the whole block."""

    def covers(self, rule: str, text: str) -> bool:
        """Return whether it lets a fault of its own block stand.

        Args:
            rule: the id of the rule that the block breaks.
            text: the words that break it.
        """
        return rule == self.rule and self.text in (None, text)


@dataclass(frozen=True, slots=True)
class PlacedWaiver:
    """A waiver and its place in the file."""

    waiver: Waiver
    location: Location


def read_waivers(path: Path) -> tuple[PlacedWaiver, ...]:
    """Return the waivers of a file; none where there is no file.

    Raises:
        DataInvalid: an entry is no `Waiver`: without a reason it is none.
    """
    if not path.exists():
        return ()
    return tuple(PlacedWaiver(waiver, location) for waiver, location in read_models(path, Waiver))
