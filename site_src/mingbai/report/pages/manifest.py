"""The manifest: what Markdown cannot represent of a report (encoding, white space, block ids).

It is stored beside the pages as ``.report.json``. It does not contain the report's words, only
hashes of them, from which `split` detects what an editor has changed since.
"""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from mingbai.errors import Location, PageInvalid
from mingbai.messages import tell

NAME = ".report.json"
"""Its file name in the folder of the pages; MkDocs ignores names with a leading dot."""

_WHITE = r"^[\s\u200b\ufeff]*$"


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ManifestBlock(_Record):
    """One block of the report on a page."""

    id: Annotated[str, Field(pattern=r"^p[1-9]\d*(-[2-9]|-[1-9]\d+)?$")]
    before: Annotated[str, Field(pattern=_WHITE)]
    """The source's white space, including line ends, between the previous block and this one; it
    has no line end if a heading is run into its text."""
    hash: str
    """`exact_digest` of the words as `split` wrote them."""


class Signature(_Record):
    """The number of a page's translation records, and a digest of them that ignores their order."""

    count: Annotated[int, Field(ge=0)]
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class ManifestPage(_Record):
    """One page of the report."""

    path: Annotated[str, Field(pattern=r"^([a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9-]*\.md$")]
    hash: str
    """`exact_digest` of the whole file as `split` wrote it."""
    blocks: tuple[ManifestBlock, ...]
    records: Signature | None = None
    """Signature of the page's records in the ledger; None until there are any."""


class Manifest(_Record):
    """Everything that `join` needs besides the pages."""

    version: Literal[1] = 1
    encoding: Literal["utf-8", "gb18030"]
    bom: bool
    after: Annotated[str, Field(pattern=_WHITE)]
    """The white space after the last block."""
    pages: tuple[ManifestPage, ...]
    """In the order of the report."""


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a folder of pages.

    Raises:
        PageInvalid: the manifest is missing or damaged.
    """
    path = folder / NAME
    try:
        return Manifest.model_validate_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PageInvalid(
            Location(folder),
            tell("The folder has no {file}: its pages were not written by split.", file=NAME),
            todo=tell("Name the folder that you gave to split as --into."),
        ) from error
    except (ValidationError, UnicodeDecodeError) as error:
        raise PageInvalid(
            Location(path),
            tell("The manifest is damaged."),
            todo=tell("Restore it from version control; never edit it by hand."),
        ) from error


def dump_manifest(manifest: Manifest) -> str:
    """Return the text of the manifest's file."""
    return manifest.model_dump_json(indent=1, exclude_none=True) + "\n"
