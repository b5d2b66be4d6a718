"""File names that are not valid in addresses, archives or other systems; symbolic links."""

import re
from collections.abc import Iterator
from pathlib import Path

from mingbai.checks.model import Rule, Tree
from mingbai.content.safety import leads_into
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.hidden import UNSEEN
from mingbai.messages import tell

MAX_BYTES = 100
"""Of a name. Archives of the ustar format hold no more, and an address triples each byte."""

_SIGNS = re.compile(r"[\s?#%\\:*\"<>|&;\x00-\x1f\x7f\ufffd]")
_FOLDERS = ("content", "data")


def _find(tree: Tree) -> Iterator[Finding]:
    root = tree.project.root
    for name in _FOLDERS:
        folder = root / name
        known: dict[str, Path] = {}
        for path in sorted(folder.rglob("*"), key=_small_letters_first):
            inside = path.relative_to(root)
            if any(part.startswith(".") for part in inside.parts):
                continue
            other = known.setdefault(inside.as_posix().casefold(), inside)
            for message, todo in _wrong(path, folder.resolve(), other if other != inside else None):
                is_page = path.suffix == ".md" and not path.is_symlink()
                place = Location(inside, 1 if is_page else None)
                yield Finding(place, FILE_NAMES.id, message, todo)


def _small_letters_first(path: Path) -> tuple[bool, str]:
    return path.as_posix() != path.as_posix().lower(), path.as_posix()


def _wrong(path: Path, folder: Path, other: Path | None) -> Iterator[tuple[str, str]]:
    name = path.name
    if path.is_symlink() and (path.is_dir() or not leads_into(path, folder)):
        message = tell(
            "The symbolic link {name!r} leads out of the folder, to itself, or to nothing.",
            name=name,
        )
        yield message, tell("Replace it with the file itself.")
    if found := _SIGNS.search(name) or UNSEEN.search(name):
        message = tell(
            "The name {name!r} contains {sign!r}, which cannot be part of an address.",
            name=name,
            sign=found.group(),
        )
        yield message, tell("Rename it: use only small letters, digits and hyphens.")
    size = len(name.encode(errors="surrogateescape"))
    if size > MAX_BYTES:
        message = tell(
            "The name has {size} bytes, but only {most} are safe.", size=size, most=MAX_BYTES
        )
        yield message, tell("Shorten it.")
    if other is not None:
        message = tell("The name differs from {name!r} only in capital letters.", name=other.name)
        yield message, tell("Rename one of them: some systems treat both as one file.")


FILE_NAMES = Rule("file-names", _find)
