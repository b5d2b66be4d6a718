"""Line ends of other systems, and byte order marks."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.messages import tell

_BOM = b"\xef\xbb\xbf"
_TODO = "Run: mingbai check --fix."


def _find(tree: Tree) -> Iterator[Finding]:
    for file in tree.files:
        if file.data.startswith(_BOM):
            message, todo = tell("The file begins with a byte order mark."), tell(_TODO)
            yield Finding(Location(file.path, 1), LINE_ENDS.id, message, todo, column=1)
        if b"\r" in file.data:
            before = file.data[: file.data.index(b"\r")]
            place = Location(file.path, before.count(b"\n") + 1)
            message = tell("Lines end as on Windows (CR LF).")
            yield Finding(place, LINE_ENDS.id, message, tell(_TODO))


def fixed(data: bytes) -> bytes:
    r"""Return the file with plain line ends and without a mark.

    >>> fixed(b"\xef\xbb\xbfa\r\nb\r")
    b'a\nb\n'
    """
    return data.removeprefix(_BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n")


LINE_ENDS = Rule("line-ends", _find)
