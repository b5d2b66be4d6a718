"""The files of a site that are no pages, in the order in which they are made."""

from collections.abc import Callable
from pathlib import Path

from mingbai.site.changes import changes
from mingbai.site.documents import Site
from mingbai.site.downloads import download_files
from mingbai.site.feeds import feed_files, root_files, updated
from mingbai.site.search import search_files
from mingbai.site.term_files import term_files

OUTPUTS: tuple[Callable[[Site], dict[str, bytes]], ...] = (download_files, term_files, search_files)
"""Each gives files by their path below the site's root."""


def output_files(sites: tuple[Site, ...], base: str, content: Path) -> dict[str, bytes]:
    """Return all of them.

    Args:
        sites: what stands at the root, then each edition.
        base: its address, ending in a slash.
        content: the folder of the pages.

    Raises:
        ValueError: two of them make the same file.
    """
    changed = changes(content)
    latest = max(updated(site.library) for site in sites)
    files = root_files(sites[0], base)
    for site in sites:
        folder = site.library.name
        own = {path: time for path, time in changed.items() if path.split("/")[1] == folder}
        touched = updated(site.library) if folder else latest
        made = [feed_files(site, base, touched, own if folder else changed)]
        made += [make(site) for make in OUTPUTS]
        for new in made:
            if twice := files.keys() & new.keys():
                raise ValueError(f"made twice: {', '.join(sorted(twice))}")
            files |= new
    return files
