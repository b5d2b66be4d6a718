"""Every picture has an alternative text."""

import re
from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.messages import tell

_EMPTY = re.compile(
    r"!\[\s*\](?:\(|\[)|<img\b(?![^<>]{0,500}\balt\s*=\s*[\"'][^\"'])", re.IGNORECASE
)


def _find(tree: Tree) -> Iterator[Finding]:
    for sheet in tree.sheets:
        for number, line in enumerate(sheet.file.prose, 1):
            for found in _EMPTY.finditer(line):
                yield Finding(
                    Location(sheet.file.path, number),
                    IMAGE_ALT.id,
                    tell("The picture has no alternative text."),
                    tell("Say what it shows: ![the red boat on South Lake](boat.jpg)."),
                    column=found.start() + 1,
                )


IMAGE_ALT = Rule("image-alt", _find)
