"""data/waivers.yml: false positives of checks that an editor accepted, each with a reason."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from mingbai.content.ledger import Digest
from mingbai.datafile import read_models
from mingbai.errors import Location


class Waiver(BaseModel):
    """One accepted false positive of a rule in a block; it lapses when the Chinese changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^p[1-9]\d*(-[2-9]|-[1-9]\d+)?$")]
    """The block's id: ``p9-2``."""
    rule: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    reason: Annotated[str, Field(min_length=10)]
    """Why the finding is wrong; for a derived number, how it follows from the Chinese."""
    chinese: Digest
    """`mingbai.digest.words_digest` of the Chinese to which the reason applies."""
    text: str | None = None
    """The accepted words; without them, the rule is off for the whole block."""

    def covers(self, rule: str, text: str) -> bool:
        """Return whether the waiver accepts a finding in its block.

        Args:
            rule: the id of the finding's rule.
            text: the words that the finding reports.
        """
        return rule == self.rule and self.text in (None, text)


@dataclass(frozen=True, slots=True)
class PlacedWaiver:
    """A waiver and its location in the file."""

    waiver: Waiver
    location: Location


def read_waivers(path: Path) -> tuple[PlacedWaiver, ...]:
    """Return the waivers of a file; none if the file is missing.

    Raises:
        DataInvalid: an entry is not a `Waiver`, such as one without a reason.
    """
    if not path.exists():
        return ()
    return tuple(PlacedWaiver(waiver, location) for waiver, location in read_models(path, Waiver))
