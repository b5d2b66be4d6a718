"""data/site.yml: who runs the site, and its registrations; empty fields are not shown."""

from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field

from mingbai.content.edition import Bilingual
from mingbai.datafile import validate
from mingbai.yamlfile import load

Address = Annotated[str, Field(pattern=r"^(https?://|mailto:)\S+$")]


class SiteFacts(BaseModel):
    """Facts that the operator gives; the site never shows a default for them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Bilingual | None = None
    """Name of a site with several editions; without one, the site is named after the place."""
    operator: Bilingual | None = None
    contact: Address | None = None
    """Where readers report problems: a web page or a mailto: address. ``{page}`` and
    ``{paragraph}`` are replaced by the page's address and the paragraph's id; a mailto: address
    gets both as its subject."""
    icp: str | None = None
    """Number of the ICP filing (ICP备案)."""
    public_security: str | None = None
    """Number of the filing with the public security organs (公安备案)."""
    site_code: str | None = None
    """Identification code of a government site (标识码)."""
    edit: Address | None = None
    """Base address for editing a page's source; the page's path is appended."""

    def report(self, page: str, paragraph: str = "") -> str:
        """Return the address for reporting a problem with a page or paragraph; empty without one.

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
    """Return text quoted for an address; the page's script fills placeholders in braces."""
    return quote(text, safe="/{}")


def read_facts(path: Path) -> SiteFacts:
    """Return the facts; all of them empty if the file is missing.

    Raises:
        DataInvalid: the file is invalid.
    """
    return validate(load(path), SiteFacts) if path.exists() else SiteFacts()
