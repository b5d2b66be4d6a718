"""Characters that are not seen and let a line read otherwise than it is (CVE-2021-42574)."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.hidden import BIDI


def _find(tree: Tree) -> Iterator[Finding]:
    for file in tree.files:
        for number, line in enumerate(file.lines, 1):
            for found in BIDI.finditer(line):
                yield Finding(
                    Location(file.path, number),
                    HIDDEN_CHARACTERS.id,
                    f"The hidden character U+{ord(found.group()):04X} turns the text round.",
                    "Delete it: put the cursor behind it and press Backspace.",
                    column=found.start() + 1,
                )


HIDDEN_CHARACTERS = Rule("hidden-characters", _find)
