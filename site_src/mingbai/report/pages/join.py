"""Pages in, the report out: the words come from the pages, the white space from the manifest."""

from collections.abc import Mapping
from pathlib import Path

from mingbai.errors import Location, MingbaiError, PageInvalid, raise_all
from mingbai.messages import tell
from mingbai.report.model import encode
from mingbai.report.pages.manifest import Manifest
from mingbai.report.pages.pagefile import parse_page


def join(pages: Mapping[str, str], manifest: Manifest, folder: Path = Path()) -> bytes:
    """Return the report's bytes.

    Args:
        pages: the texts of the pages, by path below the folder.
        manifest: of the same folder.
        folder: for the errors.

    Raises:
        PageInvalid: a page is missing, or holds more or fewer blocks than the manifest knows.
    """
    pieces: list[str] = []
    errors: list[MingbaiError] = []
    for record in manifest.pages:
        location = Location(folder / record.path)
        text = pages.get(record.path)
        if text is None:
            errors.append(
                PageInvalid(
                    location,
                    tell("The page is missing."),
                    todo=tell("Restore it from version control."),
                )
            )
            continue
        blocks = parse_page(text).report_blocks
        if len(blocks) != len(record.blocks):
            errors.append(wrong_number(location, len(blocks), len(record.blocks)))
            continue
        for block, known in zip(blocks, record.blocks, strict=True):
            pieces += (known.before, block.words)
    raise_all(tuple(errors))
    return encode("".join(pieces) + manifest.after, manifest.encoding, bom=manifest.bom)


def wrong_number(location: Location, found: int, expected: int) -> PageInvalid:
    """Return the error for a page whose blocks are not those of the report."""
    more = found > expected
    return PageInvalid(
        location,
        tell(
            "The page holds {found} blocks of the report; it should hold {expected}.",
            found=found,
            expected=expected,
        ),
        todo=tell("Put your own words into a marked block (!!! note, indented by four spaces).")
        if more
        else tell("Restore the paragraph that is missing."),
    )
