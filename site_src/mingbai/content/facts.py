"""data/site.yml: who runs the site and where it stands. What is not given is not shown."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from mingbai.content.edition import Bilingual
from mingbai.yamlfile import load, validate

Address = Annotated[str, Field(pattern=r"^(https?://|mailto:)\S+$")]


class SiteFacts(BaseModel):
    """The operator's own facts; none of them is ever made up."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    operator: Bilingual | None = None
    contact: Address | None = None
    """Where a reader reports a problem: a page or a mailto: address."""
    icp: str | None = None
    """Number of the ICP filing (ICP备案)."""
    public_security: str | None = None
    """Number of the filing with the public security organs (公安备案)."""
    site_code: str | None = None
    """Identification code of a government site (标识码)."""
    edit: Address | None = None
    """Where a page's source is edited; the page's path is added."""


def read_facts(path: Path) -> SiteFacts:
    """Return the facts; all unknown where there is no file.

    Raises:
        DataInvalid: the file is not as it should be.
    """
    return validate(load(path), SiteFacts) if path.exists() else SiteFacts()
