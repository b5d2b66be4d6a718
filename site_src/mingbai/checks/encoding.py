"""Files that are not UTF-8 or contain control characters."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.content.reading.textfiles import TextFile
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.messages import tell


def _find(tree: Tree) -> Iterator[Finding]:
    for file in tree.files:
        yield from _in_file(file)


def _in_file(file: TextFile) -> Iterator[Finding]:
    try:
        file.data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = file.data[: error.start]
        start = before.rfind(b"\n") + 1
        column = len(before[start:].decode("utf-8")) + 1
        place = Location(file.path, before.count(b"\n") + 1)
        todo = tell("Save the file as UTF-8.")
        what = tell("The file is not UTF-8 from here on.")
        yield Finding(place, ENCODING.id, what, todo, column=column)
        return
    for number, line in enumerate(file.lines, 1):
        for column, sign in enumerate(line, 1):
            if (sign < " " and sign not in "\t\n\r") or sign in "\x7f\ufffd":
                what = tell(
                    "A text cannot contain the character {code}.",
                    code=f"U+{ord(sign):04X}",
                )
                place = Location(file.path, number)
                yield Finding(place, ENCODING.id, what, tell("Delete it."), column=column)


ENCODING = Rule("encoding", _find)
