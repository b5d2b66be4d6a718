"""White space at line ends, and a last line without a line end."""

import re
from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.messages import tell

_TRAILING = re.compile("(?:(?<=\\S)(?!  $)|^)[ \t\u3000]+$")
"""Two blanks after a word stay: in Markdown they break the line."""
_TODO = "Run: mingbai check --fix."


def _find(tree: Tree) -> Iterator[Finding]:
    for file in tree.files:
        lines = file.lines
        for number, line in enumerate(lines, 1):
            if found := _TRAILING.search(line):
                place, column = Location(file.path, number), found.start() + 1
                message = tell("There is white space at the end of the line.")
                yield Finding(place, WHITE_SPACE.id, message, tell(_TODO), column=column)
        if lines[-1] and not lines[-1].isspace():
            place = Location(file.path, len(lines))
            message = tell("The last line has no line end.")
            yield Finding(place, WHITE_SPACE.id, message, tell(_TODO))


def fixed(text: str) -> str:
    r"""Return the text without blanks at line ends, and with one line end at its own.

    >>> fixed("甲 \n乙  \n\n丙\u3000")
    '甲\n乙  \n\n丙\n'
    """
    lines = [_TRAILING.sub("", line) for line in text.split("\n")]
    return "\n".join(lines) + ("\n" if lines[-1] else "")


WHITE_SPACE = Rule("white-space", _find)
