"""The navigation of one language: pages, and groups of pages from folders."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from mingbai.address import leads_folder
from mingbai.content.page import Page
from mingbai.language import Language


@dataclass(frozen=True, slots=True)
class NavItem:
    """A page or a group of pages in the navigation of one language."""

    title: str
    path: str | None
    """The document's path; None for a group. A group's index is its first child."""
    lang: str = ""
    """The title's language tag, ``zh-Hans``, if it differs from the navigation's; else empty."""
    children: tuple["NavItem", ...] = ()


def navigation(pages: tuple[Page, ...], root: str, language: Language) -> tuple[NavItem, ...]:
    """Return the pages of one language as a tree: a folder is a group with its index first.

    Args:
        pages: the pages in the site's order.
        root: the address of the language's pages, from the site's root.
        language: the language of the pages; a page without a version in it is Chinese.
    """
    groups: dict[str, list[NavItem]] = {}
    leading: dict[str, Page] = {}
    items: list[NavItem | str] = []
    for page in pages:
        folder = str(PurePosixPath(page.path).parent)
        item = NavItem(page.front.title, root + page.path, _foreign(page, language))
        if folder == ".":
            items.append(item)
            continue
        if folder not in groups:
            groups[folder] = []
            items.append(folder)
        if leads_folder(page.path):
            leading[folder] = page
            groups[folder].insert(0, item)
        else:
            groups[folder].append(item)
    return tuple(
        _group(item, leading.get(item), groups[item]) if isinstance(item, str) else item
        for item in items
    )


def _group(folder: str, leading: Page | None, items: list[NavItem]) -> NavItem:
    """Return a folder's group, titled after its index page."""
    title = folder if leading is None else leading.front.title
    return NavItem(title, None, items[0].lang if leading else "", tuple(items))


def _foreign(page: Page, language: Language) -> str:
    return "" if page.language is language else page.language.tag
