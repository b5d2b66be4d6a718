"""The steps that update a host to the built site, and their order.

New assets are uploaded first, then pages, then the list of files; files that no longer exist are
deleted last. So a page never refers to a file that is missing on the host.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

Digests = Mapping[str, str]
"""SHA-256 of each file by its path in the site."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps, each a path in the site."""

    uploads: tuple[str, ...]
    """Files to upload, in this order."""
    deletions: tuple[str, ...]
    """Files to delete after all uploads."""
    unchanged: int


def plan(built: Digests, hosted: Digests) -> Plan:
    """Return the steps that turn the hosted files into the built ones.

    >>> plan({"index.html": "1", "assets/a/site.js": "2"}, {"old.html": "3"})
    Plan(uploads=('assets/a/site.js', 'index.html'), deletions=('old.html',), unchanged=0)
    """
    changed = [path for path, digest in built.items() if hosted.get(path) != digest]
    gone = sorted((path for path in hosted if path not in built), key=_rank)
    return Plan(tuple(sorted(changed, key=_rank)), tuple(gone), len(built) - len(changed))


def _rank(path: str) -> tuple[int, str]:
    """Return the sort key of a file for the order of uploads."""
    if path.startswith("assets/"):
        return 0, path
    if PurePosixPath(path).suffix == ".html":
        return 2, path
    return 1, path
