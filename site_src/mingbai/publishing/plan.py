"""What has to be done so that a host holds the site that was built, and in which order.

New assets come first, pages after what they ask for, the list of files after the pages, and only
then goes what is no longer there: at no moment does a reader meet a page whose files are missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

Digests = Mapping[str, str]
"""SHA-256 of each file by its path below the site."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps, each a path below the site."""

    uploads: tuple[str, ...]
    """In this order."""
    deletions: tuple[str, ...]
    """After all uploads."""
    unchanged: int


def plan(built: Digests, hosted: Digests) -> Plan:
    """Return the steps from what a host holds to what was built.

    >>> plan({"index.html": "1", "assets/a/site.js": "2"}, {"old.html": "3"})
    Plan(uploads=('assets/a/site.js', 'index.html'), deletions=('old.html',), unchanged=0)
    """
    changed = [path for path, digest in built.items() if hosted.get(path) != digest]
    gone = sorted((path for path in hosted if path not in built), key=_rank)
    return Plan(tuple(sorted(changed, key=_rank)), tuple(gone), len(built) - len(changed))


def _rank(path: str) -> tuple[int, str]:
    """Return the place of a file in the order of uploads."""
    if path.startswith("assets/"):
        return 0, path
    if PurePosixPath(path).suffix == ".html":
        return 2, path
    return 1, path
