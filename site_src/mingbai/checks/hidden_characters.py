"""Characters that are not seen and let a line read otherwise than it is (CVE-2021-42574)."""

import re
from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.errors import Location
from mingbai.finding import Finding

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def _find(tree: Tree) -> Iterator[Finding]:
    for file in tree.files:
        for number, line in enumerate(file.lines, 1):
            for found in _BIDI.finditer(line):
                yield Finding(
                    Location(file.path, number),
                    HIDDEN_CHARACTERS.id,
                    f"The hidden character U+{ord(found.group()):04X} turns the text round.",
                    "Delete it: put the cursor behind it and press Backspace.",
                    column=found.start() + 1,
                )


HIDDEN_CHARACTERS = Rule("hidden-characters", _find)
