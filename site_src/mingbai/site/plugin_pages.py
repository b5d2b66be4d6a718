"""MkDocs' pages and navigation, made of our documents."""

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from mingbai.site.compose import Document
from mingbai.site.documents import NavItem
from mingbai.site.page_cache import KeptPage, PageCache, fingerprint


class ComposedPage(Page):
    """A page of one document; its HTML is taken from the cache where nothing has changed."""

    kept: KeptPage | None = None

    def __init__(
        self,
        title: str,
        file: File,
        config: MkDocsConfig,
        document: Document,
        cache: tuple[PageCache, str],
    ) -> None:
        """Make the page.

        Args:
            title: as the navigation has it.
            file: MkDocs' own.
            config: the settings.
            document: what it shows.
            cache: where pages are kept, and the hash of all that is common to them.
        """
        super().__init__(title, file, config)
        self._document = document
        self._cache, common = cache
        self._key = fingerprint(
            (common.encode(), repr(document.head).encode(), document.body.encode())
        )

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the text and its front matter from the document."""
        del config
        self.markdown = self._document.body
        self.meta = dict(self._document.head)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown, unless the page is kept."""
        self.kept = self._cache.get(self.file.src_uri, self._key)
        if self.kept is None:
            super().render(config, files)
            return
        self.content = ""
        self.toc = TableOfContents([])
        self.meta["template"] = "kept.html"
        self.present_anchor_ids = set(self.kept.anchors)
        found = {files.get_file_from_path(path): links for path, links in self.kept.links.items()}
        self.links_to_anchors = {file: dict(found[file]) for file in found if file is not None}

    def keep(self, html: str) -> None:
        """Remember the finished page."""
        if self.kept is None:
            links = {file.src_uri: found for file, found in (self.links_to_anchors or {}).items()}
            anchors = tuple(sorted(self.present_anchor_ids or ()))
            self._cache.put(self.file.src_uri, self._key, KeptPage(html, anchors, links))


def navigation(
    items: tuple[NavItem, ...],
    files: Files,
    config: MkDocsConfig,
    documents: Mapping[str, Document],
    cache: tuple[PageCache, str],
) -> Navigation:
    """Return MkDocs' navigation of our items, with previous, next and parents set."""
    pages: list[Page] = []

    def build(item: NavItem) -> Page | Section:
        if item.path is None:
            section = Section(item.title, [build(child) for child in item.children])
            for child in section.children:
                child.parent = section
            return section
        file = files.get_file_from_path(item.path)
        if file is None:
            raise PluginError(f"{item.path} is in the navigation but was not composed.")
        page = ComposedPage(item.title, file, config, documents[item.path], cache)
        page.parent = None
        pages.append(page)
        return page

    tree = [build(item) for item in items]
    for before, after in zip([None, *pages], [*pages, None], strict=True):
        if before is not None:
            before.next_page = after
        if after is not None:
            after.previous_page = before
    nav = Navigation(tree, pages)
    nav.homepage = pages[0] if pages else None
    return nav


NEIGHBOURS = 12
"""Groups listed before and after the reader's own, where there are more than fit."""


class NavWindow:
    """The part of a navigation that stands on a page: its size does not grow with the site."""

    def __init__(self, nav: Navigation) -> None:
        """Number the groups."""
        self._items: list[StructureItem] = list(nav.items)
        self._places = {id(item): place for place, item in enumerate(self._items)}

    def around(self, page: Page | None) -> list[StructureItem]:
        """Return the groups and pages at the top, only those near the page if there are many."""
        if page is None or len(self._items) <= 3 * NEIGHBOURS:
            return self._items
        top = ([page, *page.ancestors])[-1]
        place = self._places.get(id(top), 0)
        start, end = max(1, place - NEIGHBOURS), place + NEIGHBOURS + 1
        return [self._items[0], *self._items[start:end]]
