"""data/site.yml: who runs the site and where it stands. What is not given is not shown."""

from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field

from mingbai.content.edition import Bilingual
from mingbai.datafile import validate
from mingbai.yamlfile import load

Address = Annotated[str, Field(pattern=r"^(https?://|mailto:)\S+$")]


class SiteFacts(BaseModel):
    """The operator's own facts; none of them is ever made up."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Bilingual | None = None
    """Of a site with several editions; without it, it is named after the place."""
    operator: Bilingual | None = None
    contact: Address | None = None
    """Where a reader reports a problem: a page or a mailto: address. ``{page}`` and ``{paragraph}``
    in it stand for the page's address and the paragraph's id; a mailto: address gets them as its
    subject."""
    icp: str | None = None
    """Number of the ICP filing (ICP备案)."""
    public_security: str | None = None
    """Number of the filing with the public security organs (公安备案)."""
    site_code: str | None = None
    """Identification code of a government site (标识码)."""
    edit: Address | None = None
    """Where a page's source is edited; the page's path is added."""

    def report(self, page: str, paragraph: str = "") -> str:
        """Return where a problem with a page, or with a paragraph of it, is reported; or nothing.

        >>> SiteFacts(contact="mailto:a@example.org").report("https://example.org/a/", "p2")
        'mailto:a@example.org?subject=https%3A//example.org/a/%20p2'
        >>> SiteFacts(contact="https://example.org/new?on={page}").report("a b")
        'https://example.org/new?on=a%20b'
        """
        address = self.contact or ""
        if address.startswith("mailto:") and "?" not in address:
            address += "?subject={page}%20{paragraph}" if paragraph else "?subject={page}"
        return address.replace("{page}", _quoted(page)).replace("{paragraph}", _quoted(paragraph))


def _quoted(text: str) -> str:
    """Return text for an address; what is in braces is left for the page's script."""
    return quote(text, safe="/{}")


def read_facts(path: Path) -> SiteFacts:
    """Return the facts; all unknown where there is no file.

    Raises:
        DataInvalid: the file is not as it should be.
    """
    return validate(load(path), SiteFacts) if path.exists() else SiteFacts()
