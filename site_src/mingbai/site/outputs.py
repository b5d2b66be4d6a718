"""The files of a site that are no pages, in the order in which they are made."""

from collections.abc import Callable
from pathlib import Path

from mingbai.site.changes import changes
from mingbai.site.documents import Site
from mingbai.site.downloads import download_files
from mingbai.site.feeds import feed_files, updated
from mingbai.site.search import search_files
from mingbai.site.term_files import term_files

OUTPUTS: tuple[Callable[[Site], dict[str, bytes]], ...] = (download_files, term_files, search_files)
"""Each gives files by their path below the site's root."""


def output_files(site: Site, base: str, content: Path) -> dict[str, bytes]:
    """Return all of them.

    Args:
        site: the composed site.
        base: its address, ending in a slash.
        content: the folder of the pages.

    Raises:
        ValueError: two of them make the same file.
    """
    files = feed_files(site, base, updated(site.library), changes(content))
    for make in OUTPUTS:
        made = make(site)
        if twice := files.keys() & made.keys():
            raise ValueError(f"made twice: {', '.join(sorted(twice))}")
        files |= made
    return files
