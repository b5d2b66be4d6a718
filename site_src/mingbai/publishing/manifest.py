"""manifest.json: every file of a packed site with its hash, and what was known of the site then.

A manifest that lies on a host is not trusted: whoever can write there could name files outside.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mingbai.errors import Location, TargetUnwritable
from mingbai.messages import tell

NAME = "manifest.json"
PENDING = ""
"""Stands for the hash of a file on a host while a publication that touches it has not finished."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a packed site says of itself."""

    files: Mapping[str, str]
    """SHA-256 as hexadecimal digits, or `PENDING`, by path below the site."""
    commit: str = ""
    """What the site was built from; empty where that is not known."""
    errors: int | None = None
    """How many errors `mingbai check` found when it was packed; None where nobody checked."""

    def dump(self) -> str:
        """Return the file's text."""
        data = {"commit": self.commit, "errors": self.errors, "files": dict(self.files)}
        return json.dumps(data, indent=1) + "\n"


def read_manifest(data: bytes, where: str) -> Manifest:
    """Return a manifest.

    Args:
        data: of the file.
        where: it was read, for the error.

    Raises:
        TargetUnwritable: it is not one of ours, or names a file outside of the site.
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
            todo=tell("Publish to an empty place, or remove that file first."),
        ) from error
    for path in files:
        if not is_inside(path):
            raise TargetUnwritable(
                Location(Path(where)),
                tell("The manifest names a file outside of the site: {path!r}.", path=path),
                todo=tell(
                    "Somebody else wrote it: look at the place, then remove manifest.json there."
                ),
            )
    return manifest


def is_inside(path: str) -> bool:
    r"""Return whether a path leads to a file below the site, whatever the system.

    >>> is_inside("en/index.html"), is_inside("../index.html"), is_inside("/etc/hosts")
    (True, False, False)
    >>> is_inside("a\\..\\b"), is_inside("C:/a"), is_inside("a//b"), is_inside("manifest.json/..")
    (False, False, False, False)
    """
    if not path or "\\" in path or ":" in path.split("/", maxsplit=1)[0] or not path.isprintable():
        return False
    parts = path.split("/")
    return not PurePosixPath(path).is_absolute() and not {"", ".", ".."} & set(parts)
