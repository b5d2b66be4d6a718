"""Conflict markers that Git leaves if two persons changed the same lines."""

import re
from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.messages import tell

_MARKER = re.compile(r"<{7}( |$)|\|{7}( |$)|={7}$|>{7}( |$)")


def _find(tree: Tree) -> Iterator[Finding]:
    for file in tree.files:
        for number, line in enumerate(file.lines, 1):
            if found := _MARKER.match(line):
                yield Finding(
                    Location(file.path, number),
                    MERGE_MARKERS.id,
                    tell("A merge is unfinished: {mark}.", mark=found.group().strip()),
                    tell(
                        "Keep one of the versions; delete the lines <<<<<<<, ======= and >>>>>>>."
                    ),
                    column=1,
                )


MERGE_MARKERS = Rule("merge-markers", _find)
