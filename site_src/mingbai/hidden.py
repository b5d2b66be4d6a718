r"""Invisible characters, which change what is displayed, searched or compared.

The report's text keeps them (it is stored byte for byte), but pages omit them. Anywhere else they
are mistakes. Sources: Unicode TR #36 and #39; CVE-2021-42574, source code that a person and a
compiler read differently.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = (
    "\x80-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2028\u2029\u2060-\u2065"
    "\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
)
"""Without spaces, combining marks and variation selectors: they change what is visible."""
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
    """One invisible character."""

    line: int
    column: int
    """Both counted from 1."""
    character: str

    @property
    def name(self) -> str:
        r"""Return its code point, and its name if it has a common one.

        >>> Unseen(1, 1, "\u200b").name, Unseen(1, 1, "\u202e").name
        ('U+200B (zero width space)', 'U+202E')
        """
        code = f"U+{ord(self.character):04X}"
        name = _NAMES.get(self.character)
        return f"{code} ({name})" if name else code


def unseen(text: str) -> Iterator[Unseen]:
    r"""Yield the invisible characters of a text.

    >>> [(one.line, one.column, one.name) for one in unseen("甲\n乙\u200b丙")]
    [(2, 2, 'U+200B (zero width space)')]
    """
    line, start = 1, 0
    for found in UNSEEN.finditer(text):
        line += text.count("\n", start, found.start())
        start = found.start()
        yield Unseen(line, start - text.rfind("\n", 0, start), found.group())


def without_unseen(text: str) -> str:
    r"""Return a text without its invisible characters, as pages show it.

    >>> without_unseen("嘉\u200b兴")
    '嘉兴'
    """
    return UNSEEN.sub("", text)


def hidden(text: str) -> Iterator[tuple[int, str]]:
    r"""Yield the line (counted from 1) and the name of each character that the build rejects.

    >>> list(hidden("甲\n乙\u202e"))
    [(2, 'U+202E')]
    """
    line = at = 0
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    for found in _HIDDEN.finditer(plain):
        line += plain.count("\n", at, found.start())
        at = found.start()
        yield line + 1, f"U+{ord(found.group()):04X}"
