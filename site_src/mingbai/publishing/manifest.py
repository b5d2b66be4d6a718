"""manifest.json lists the files of a packed site with their hashes, the commit and the errors.

A manifest on a host is not trusted: anyone who can write there could name files outside the site.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mingbai.errors import Location, TargetUnwritable
from mingbai.messages import tell

NAME = "manifest.json"
PENDING = ""
"""Replaces the hash of a file on the host until the publication that changes it has finished."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The description of a packed site."""

    files: Mapping[str, str]
    """SHA-256 as hexadecimal digits, or `PENDING`, by path below the site."""
    commit: str = ""
    """The commit that the site was built from; empty if unknown."""
    errors: int | None = None
    """The number of errors `mingbai check` found at packing; None if it did not run."""

    def dump(self) -> str:
        """Return the file's text."""
        data = {"commit": self.commit, "errors": self.errors, "files": dict(self.files)}
        return json.dumps(data, indent=1) + "\n"


def read_manifest(data: bytes, where: str) -> Manifest:
    """Return a manifest.

    Args:
        data: of the file.
        where: the place it was read from, for errors.

    Raises:
        TargetUnwritable: mingbai did not write it, or it names a file outside of the site.
    """
    try:
        found = json.loads(data)
        files = {str(path): str(digest) for path, digest in found["files"].items()}
        errors = found.get("errors")
        manifest = Manifest(files, str(found["commit"]), None if errors is None else int(errors))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise TargetUnwritable(
            Location(Path(where)),
            tell("This manifest.json was not written by mingbai."),
            todo=tell("Publish to an empty folder, or remove this manifest.json first."),
        ) from error
    for path in files:
        if not is_inside(path):
            raise TargetUnwritable(
                Location(Path(where)),
                tell("The manifest names a file outside of the site: {path!r}.", path=path),
                todo=tell(
                    "Someone else wrote it. Inspect the target, then remove its manifest.json."
                ),
            )
    return manifest


def is_inside(path: str) -> bool:
    r"""Return whether a path is inside the site on every operating system.

    >>> is_inside("en/index.html"), is_inside("../index.html"), is_inside("/etc/hosts")
    (True, False, False)
    >>> is_inside("a\\..\\b"), is_inside("C:/a"), is_inside("a//b"), is_inside("manifest.json/..")
    (False, False, False, False)
    """
    if not path or "\\" in path or ":" in path.split("/", maxsplit=1)[0] or not path.isprintable():
        return False
    parts = path.split("/")
    return not PurePosixPath(path).is_absolute() and not {"", ".", ".."} & set(parts)
