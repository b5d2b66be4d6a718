"""A page's address on the site: the only module that knows what ``index.md`` means."""

from pathlib import PurePosixPath

HOME = "index.md"
"""The name of the page that opens its folder."""
GLOSSARY = "glossary.md"
"""The page that explains all terms."""


def leads_folder(path: str) -> bool:
    """Return whether a page is the index of its folder.

    >>> leads_folder("topics/index.md"), leads_folder("price-index.md")
    (True, False)
    """
    return PurePosixPath(path).name == HOME


def address_of(path: str) -> str:
    """Return a page's address, relative to the folder its path starts in; empty for a home page.

    >>> address_of("review-2023/economy.md"), address_of("a/index.md"), address_of("index.md")
    ('review-2023/economy/', 'a/', '')
    >>> address_of("en/price-index.md")
    'en/price-index/'
    """
    page = PurePosixPath(path)
    folder = page.parent if page.name == HOME else page.with_suffix("")
    return "" if folder == PurePosixPath() else f"{folder}/"


def depth_of(path: str) -> int:
    """Return the number of folders in a page's address.

    >>> depth_of("index.md"), depth_of("a/index.md"), depth_of("a/b.md")
    (0, 1, 2)
    """
    return address_of(path).count("/")
