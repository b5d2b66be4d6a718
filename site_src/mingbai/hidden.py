r"""Characters that are not seen, and change what is read, found or compared.

In the report's own words they stay (its text is kept byte for byte); pages leave them out. In
everything else they are mistakes. Sources: Unicode TR #36 and #39; CVE-2021-42574, in which a line
reads otherwise than a program reads it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = (
    "\x80-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2028\u2029\u2060-\u2065"
    "\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
)
"""No blanks, no marks that stand over a letter, no variation selectors: these are seen."""
UNSEEN = re.compile(f"[{_TURNING}{_UNSEEN}]")
_BIDI = "\u202a-\u202e\u2066-\u2069"
_HIDDEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f{_BIDI}]")
_NAMES = {
    "\u00ad": "soft hyphen",
    "\u0085": "next line",
    "\u061c": "Arabic letter mark",
    "\u200b": "zero width space",
    "\u200c": "zero width non-joiner",
    "\u200d": "zero width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u2060": "word joiner",
    "\u3164": "Hangul filler",
    "\ufeff": "byte order mark",
}


@dataclass(frozen=True, slots=True)
class Unseen:
    """One character that is not seen."""

    line: int
    column: int
    """Both counted from 1."""
    character: str

    @property
    def name(self) -> str:
        r"""Return how to call it.

        >>> Unseen(1, 1, "\u200b").name, Unseen(1, 1, "\u202e").name
        ('U+200B (zero width space)', 'U+202E')
        """
        code = f"U+{ord(self.character):04X}"
        name = _NAMES.get(self.character)
        return f"{code} ({name})" if name else code


def unseen(text: str) -> Iterator[Unseen]:
    r"""Yield the characters of a text that are not seen.

    >>> [(one.line, one.column, one.name) for one in unseen("甲\n乙\u200b丙")]
    [(2, 2, 'U+200B (zero width space)')]
    """
    line, start = 1, 0
    for found in UNSEEN.finditer(text):
        line += text.count("\n", start, found.start())
        start = found.start()
        yield Unseen(line, start - text.rfind("\n", 0, start), found.group())


def without_unseen(text: str) -> str:
    r"""Return a text as pages show it.

    >>> without_unseen("嘉\u200b兴")
    '嘉兴'
    """
    return UNSEEN.sub("", text)


def hidden(text: str) -> Iterator[tuple[int, str]]:
    r"""Yield the line, from 1, and the name of each character that no build accepts.

    >>> list(hidden("甲\n乙\u202e"))
    [(2, 'U+202E')]
    """
    line = at = 0
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    for found in _HIDDEN.finditer(plain):
        line += plain.count("\n", at, found.start())
        at = found.start()
        yield line + 1, f"U+{ord(found.group()):04X}"
