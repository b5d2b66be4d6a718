"""Characters that are not seen and change what is read: control and bidirectional ones.

Source: Unicode TR #36 and CVE-2021-42574, in which a line reads otherwise than a program reads it.
"""

import re
from collections.abc import Iterator

BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def hidden(text: str) -> Iterator[tuple[int, str]]:
    r"""Yield the line, from 1, and the name of each such character.

    >>> list(hidden("甲\n乙\u202e"))
    [(2, 'U+202E')]
    """
    for found in _HIDDEN.finditer(text.replace("\r\n", "\n").replace("\r", "\n")):
        yield text.count("\n", 0, found.start()) + 1, f"U+{ord(found.group()):04X}"
