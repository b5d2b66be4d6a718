"""No picture is too large for a slow phone connection."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from mingbai.checks.links import address_from
from mingbai.checks.model import Rule, Tree
from mingbai.content.attachments import PICTURES, file_at
from mingbai.errors import Location
from mingbai.finding import Finding, Level
from mingbai.messages import tell

MAX_BYTES = 500_000
"""A second and a half at 3 Mbit/s."""
_PICTURE = re.compile(r"!\[[^\]]*\]\(\s{0,5}<?([^()\s<>]+)")


def _find(tree: Tree) -> Iterator[Finding]:
    for sheet in tree.sheets:
        for number, line in enumerate(sheet.file.prose, 1):
            for found in _PICTURE.finditer(line):
                target = unquote(found[1])
                if PurePosixPath(target).suffix.lower() not in PICTURES:
                    continue
                address = address_from(sheet, target, tree.project.edition)
                file = file_at(tree.project.root / "content", address)
                if file is not None and (size := file.stat().st_size) > MAX_BYTES:
                    yield Finding(
                        Location(sheet.file.path, number),
                        IMAGE_SIZE.id,
                        tell(
                            "The picture {file} has {size} KB; more than {most} KB load slowly.",
                            file=target,
                            size=size // 1000,
                            most=MAX_BYTES // 1000,
                        ),
                        tell("Save it in a smaller size, or as WebP."),
                        Level.WARNING,
                        column=found.start(1) + 1,
                    )


IMAGE_SIZE = Rule("image-size", _find)
