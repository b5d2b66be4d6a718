"""Full-width digits, letters and percent signs, which are as wide as a Chinese character.

A search for 3.4% does not find them, and they look different from all other numbers.
"""

import re
from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.checks.texts.own_words import own_lines
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.messages import tell

_FULL = re.compile("[\uff05\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_SHIFT = 0xFEE0
"""Between a character of full width and that of ASCII."""


def _find(tree: Tree) -> Iterator[Finding]:
    for line in own_lines(tree, _FULL):
        for found in _FULL.finditer(line.text):
            usual = "".join(chr(ord(character) - _SHIFT) for character in found.group())
            yield Finding(
                Location(line.file.path, line.number),
                FULL_WIDTH.id,
                tell("{text} is written in full-width characters.", text=found.group()),
                tell("Write {text}", text=usual),
                column=found.start() + 1,
            )


FULL_WIDTH = Rule("full-width", _find)
