"""What Markdown cannot keep of a report: encoding, white space, which block has which id.

It lies beside the pages as ``.report.json`` and holds none of the report's words, only hashes of
them, by which `split` knows what an editor has changed since.
"""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from mingbai.errors import Location, PageInvalid
from mingbai.messages import tell

NAME = ".report.json"
"""Its name in the folder of the pages; MkDocs leaves names with a leading dot out of a site."""

_WHITE = r"^[\s\u200b\ufeff]*$"


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ManifestBlock(_Record):
    """One block of the report on a page."""

    id: Annotated[str, Field(pattern=r"^p[1-9]\d*(-[2-9]|-[1-9]\d+)?$")]
    before: Annotated[str, Field(pattern=_WHITE)]
    """The white space of the source between the block before and this one, line ends included;
    without a line end where a heading runs into its text."""
    hash: str
    """`exact_digest` of the words, as split wrote them."""


class Signature(_Record):
    """How many records of translations a page has, and a digest of them as a set."""

    count: Annotated[int, Field(ge=0)]
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class ManifestPage(_Record):
    """One page of the report."""

    path: Annotated[str, Field(pattern=r"^([a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9-]*\.md$")]
    hash: str
    """`exact_digest` of the whole file as split wrote it."""
    blocks: tuple[ManifestBlock, ...]
    records: Signature | None = None
    """Of the ledger; None until something of the page is recorded."""


class Manifest(_Record):
    """All that join needs beside the pages."""

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
        PageInvalid: there is none, or it is damaged.
    """
    path = folder / NAME
    try:
        return Manifest.model_validate_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PageInvalid(
            Location(folder),
            tell("The folder has no {name}: it holds no pages that split wrote.", name=NAME),
            todo=tell("Name the folder that was given to --into."),
        ) from error
    except (ValidationError, UnicodeDecodeError) as error:
        raise PageInvalid(
            Location(path),
            tell("The manifest is damaged."),
            todo=tell("Restore it from version control; it is not edited by hand."),
        ) from error


def dump_manifest(manifest: Manifest) -> str:
    """Return the manifest as its file's text."""
    return manifest.model_dump_json(indent=1, exclude_none=True) + "\n"
