"""Where a page stands on the site: the one place that knows what ``index.md`` means."""

from pathlib import PurePosixPath

HOME = "index.md"
"""The page that leads its folder."""


def leads_folder(path: str) -> bool:
    """Return whether a page leads the folder it lies in.

    >>> leads_folder("topics/index.md"), leads_folder("price-index.md")
    (True, False)
    """
    return PurePosixPath(path).name == HOME


def address_of(path: str) -> str:
    """Return a page's address, from the folder that its path begins in; empty for a home page.

    >>> address_of("review-2023/economy.md"), address_of("a/index.md"), address_of("index.md")
    ('review-2023/economy/', 'a/', '')
    >>> address_of("en/price-index.md")
    'en/price-index/'
    """
    page = PurePosixPath(path)
    folder = page.parent if page.name == HOME else page.with_suffix("")
    return "" if folder == PurePosixPath() else f"{folder}/"


def depth_of(path: str) -> int:
    """Return how many folders a page's address lies below the folder that its path begins in.

    >>> depth_of("index.md"), depth_of("a/index.md"), depth_of("a/b.md")
    (0, 1, 2)
    """
    return address_of(path).count("/")
