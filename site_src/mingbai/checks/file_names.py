"""Names of files that an address, an archive or another system cannot hold, and symbolic links."""

import re
from collections.abc import Iterator
from pathlib import Path

from mingbai.checks.model import Rule, Tree
from mingbai.content.safety import leads_into
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.hidden import UNSEEN

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
        message = f"The link {name!r} leads out of the folder, into itself, or to nothing."
        yield message, "Put the file itself here."
    if found := _SIGNS.search(name) or UNSEEN.search(name):
        yield f"The name {name!r} holds {found.group()!r}, which an address cannot.", _RENAME
    if len(name.encode(errors="surrogateescape")) > MAX_BYTES:
        size = len(name.encode(errors="surrogateescape"))
        yield f"The name has {size} bytes; at most {MAX_BYTES} are safe.", "Shorten it."
    if other is not None:
        message = f"The name differs from {other.name!r} in capital letters alone."
        yield message, "Rename one of them: on some systems they are one file."


_RENAME = "Rename it: small letters, digits, hyphens."

FILE_NAMES = Rule("file-names", _find)
