"""Joins pages into the report: words come from the pages, white space from the manifest."""

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
        pages: the texts of the pages, by their path below the folder.
        manifest: the manifest of the same folder.
        folder: the folder, for error messages.

    Raises:
        PageInvalid: a page is missing, or has more or fewer blocks than the manifest lists.
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
    """Return the error for a page with the wrong number of report blocks."""
    more = found > expected
    return PageInvalid(
        location,
        tell(
            "The page has {found} blocks of the report; it should have {expected}.",
            found=found,
            expected=expected,
        ),
        todo=tell("Put your own text into a marked block (!!! note, indented by four spaces).")
        if more
        else tell("Restore the missing paragraph."),
    )
