"""The navigation shown on pages, rendered once for all pages of a folder."""

import posixpath
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mingbai.address import leads_folder

if TYPE_CHECKING:
    from jinja2 import Environment

NEIGHBOURS = 12
"""Maximum number of groups listed before and after the page's group."""
_SOMEWHERE = "-/"
"""Address of a placeholder page, for which the navigation of a folder is rendered."""


class NavWindow:
    """The part of a navigation that a page shows; its size does not grow with the site."""

    def __init__(self, nav: Navigation) -> None:
        """Number the groups."""
        self._items: list[StructureItem] = list(nav.items)
        self._places = {id(item): place for place, item in enumerate(self._items)}
        self._rendered: dict[tuple[str, int], str] = {}

    def around(self, page: Page | None) -> list[StructureItem]:
        """Return the top-level groups and pages; if there are many, only those near the page."""
        if page is None or len(self._items) <= 3 * NEIGHBOURS:
            return self._items
        place = self._places.get(id(_top(page)), 0)
        start, end = max(1, place - NEIGHBOURS), place + NEIGHBOURS + 1
        return [self._items[0], *self._items[start:end]]

    def html(self, page: Page | None, env: "Environment", context: dict[str, Any]) -> Markup:
        """Return the HTML of ``partials/nav.html`` with the page marked as current.

        Args:
            page: the page; None for pages outside of the navigation, such as 404.
            env: the environment that loads the template.
            context: the template's data; its page is replaced by the folder's placeholder.
        """
        template = env.get_template("partials/nav.html")
        if page is None:
            return Markup(template.render(context))  # noqa: S704 (our own template, escaped)
        stand_in = page.url
        if not leads_folder(page.file.src_uri):
            stand_in = posixpath.join(posixpath.dirname(page.url.rstrip("/")), _SOMEWHERE)
        key = (stand_in, id(_top(page)))
        if key not in self._rendered:
            own = dict(context) | {"page": SimpleNamespace(url=stand_in)}
            self._rendered[key] = template.render(own)
        link = f'href="{get_relative_url(page.url, stand_in)}"'
        marked = self._rendered[key].replace(link, 'href="./" aria-current="page"', 1)
        return Markup(marked)  # noqa: S704 (our own template, escaped)


def _top(page: Page) -> StructureItem:
    return ([page, *page.ancestors])[-1]
