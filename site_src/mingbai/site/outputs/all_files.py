"""All files of a site that are not pages, in the order of their making."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from mingbai.cache.memo import NO_MEMO, Memo
from mingbai.messages import tell
from mingbai.site.compose.sites import Site, Sites
from mingbai.site.outputs.changes import changes
from mingbai.site.outputs.downloads import download_files
from mingbai.site.outputs.feeds import feed_files, root_files, updated
from mingbai.site.outputs.terms import term_files
from mingbai.site.search import search_files

OUTPUTS: tuple[Callable[[Site], dict[str, bytes]], ...] = (download_files, term_files)
"""Each returns files by their path from the site's root; the search files come after them."""


def output_files(
    sites: Sites, base: str, content: Path, memo: Memo = NO_MEMO
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of each file.

    Args:
        sites: all sites of the project.
        base: the site's address, ending in a slash.
        content: the folder of the pages.
        memo: the cache of earlier builds.

    Raises:
        ValueError: two outputs make the same file.
    """
    changed = changes(content)
    latest = max(updated(site.library) for site in sites.every)
    seen: set[str] = set()
    for files in _made(sites, base, changed, latest, memo):
        if twice := files.keys() & seen:
            raise ValueError(
                tell("two outputs make the same file: {paths}", paths=", ".join(sorted(twice)))
            )
        seen |= files.keys()
        yield from files.items()


def _made(
    sites: Sites, base: str, changed: Mapping[str, str], latest: str, memo: Memo
) -> Iterator[dict[str, bytes]]:
    """Yield the files of each kind and edition in turn, so that memory holds only one of them."""
    yield root_files(sites.root, base)
    for site in sites.every:
        folder = site.library.name
        own = {path: time for path, time in changed.items() if path.split("/")[1] == folder}
        touched = updated(site.library) if folder else latest
        yield feed_files(site, base, touched, own if folder else changed)
        for make in OUTPUTS:
            yield make(site)
    for site in sites.reports:  # the front's pages search the newest edition
        yield search_files(site, memo)
