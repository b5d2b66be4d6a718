"""MkDocs' pages and navigation, made from our documents."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from mingbai.cache.memo import fingerprint
from mingbai.cache.page_cache import CachedPage, PageCache
from mingbai.cache.site_folder import SiteFolder, digest_of
from mingbai.messages import tell
from mingbai.site.compose.document import Document
from mingbai.site.compose.navigation import NavItem
from mingbai.site.compose.parts import NEUTRAL, TABLES, Heading


@dataclass(frozen=True, slots=True)
class Store:
    """The cache and the output folder of a build's pages."""

    cache: PageCache
    common: str
    """The hash of everything that all pages depend on."""
    folder: SiteFolder

    def find(self, file: File, key: str) -> CachedPage | None:
        """Return a cached page that is up to date, after making sure that its file exists."""
        cached = self.cache.get(file.src_uri, key)
        if cached is None or self.folder.keep_unchanged(file.dest_uri, cached.digest):
            return cached
        html = self.cache.html(file.src_uri, cached.digest)
        if html is None:
            return None
        self.folder.put(file.dest_uri, html, cached.digest)
        return cached


class Group(Section):
    """A folder of pages."""

    lang: str = ""
    """The title's language tag if it differs from the navigation's; else empty."""


class ComposedPage(Page):
    """The page of a document; its HTML comes from the cache if nothing has changed."""

    cached: CachedPage | None = None
    lang: str = ""
    """See `Group.lang`."""

    def __init__(
        self, title: str, file: File, config: MkDocsConfig, document: Document, store: Store
    ) -> None:
        """Create the page.

        Args:
            title: the title in the navigation.
            file: MkDocs' file.
            config: the settings.
            document: the composed document.
            store: the cache and the output folder.
        """
        super().__init__(title, file, config)
        self._document = document
        self._store = store
        self._key = fingerprint(
            (store.common.encode(), repr(document.head).encode(), document.body.encode())
        )

    def read_source(self, config: MkDocsConfig) -> None:
        """Set the Markdown and the front matter from the document."""
        del config
        self.markdown = self._document.body
        self.meta = dict(self._document.head)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown, unless the page is cached."""
        self.cached = self._store.find(self.file, self._key)
        if self.cached is None:
            self._convert(config, files)
            return
        self.content = ""
        self.toc = TableOfContents([])
        self.meta["template"] = "kept.html"
        self.present_anchor_ids = set(self.cached.anchors)
        found = {files.get_file_from_path(path): links for path, links in self.cached.links.items()}
        self.links_to_anchors = {file: dict(found[file]) for file in found if file is not None}

    def _convert(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the parts whose HTML is not known, or all parts if extensions may change them."""
        parts = self._document.parts
        if not NEUTRAL.issuperset(config.markdown_extensions) or _settings(config):
            super().render(config, files)
            return
        known = [part.html for part in parts if part.html is not None]
        self.present_anchor_ids = set(_ID.findall("".join(known)))
        if len(known) == len(parts):
            self.content = "\n".join(known)
            headings = [part.heading for part in parts if part.heading is not None]
            self.toc = _contents_of(headings)
            self.links_to_anchors = {}
            return
        ids = self.present_anchor_ids
        converted: list[str] = []
        texts: list[str] = []
        for part in parts:
            if part.html is None or part.heading is not None:
                texts.append(part.markdown)
                continue
            texts.append(_PLACEHOLDER.format(len(converted)))
            converted.append(part.html)
        self.markdown = "\n\n".join(texts) + "\n"
        super().render(config, files)
        self.present_anchor_ids |= ids
        self.content = _PLACEHOLDERS.sub(lambda found: converted[int(found[1])], self.content or "")

    def keep(self, html: str) -> None:
        """Write the finished page, and cache it."""
        if self.cached is None:
            data = html.encode("utf-8", "xmlcharrefreplace")
            links = {file.src_uri: found for file, found in (self.links_to_anchors or {}).items()}
            anchors = tuple(sorted(self.present_anchor_ids or ()))
            page = CachedPage(digest_of(data), anchors, links)
            self._store.folder.put(self.file.dest_uri, data, page.digest)
            self._store.cache.put(self.file.src_uri, self._key, page, data)


_ID = re.compile(r'\sid="([^"]+)"')
_PLACEHOLDER = "mingbai-part-{}"
_PLACEHOLDERS = re.compile(r"<p>mingbai-part-(\d+)</p>")


def _settings(config: MkDocsConfig) -> bool:
    """Return whether a project configures its Markdown extensions itself."""
    settings = config.mdx_configs.items()
    return any(own for name, own in settings if (name, own) != ("tables", TABLES))


def _contents_of(headings: list[Heading]) -> TableOfContents:
    """Return a page's table of contents, as Python-Markdown's toc extension builds it."""
    tokens: list[Any] = [
        {"level": one.level, "id": one.id, "name": escape(one.name, quote=False)}
        for one in headings
    ]
    return get_toc(nest_toc_tokens(tokens))


def navigation(
    items: tuple[NavItem, ...],
    files: Files,
    config: MkDocsConfig,
    documents: Mapping[str, Document],
    store: Store,
) -> Navigation:
    """Return our items as MkDocs' navigation, with previous, next and parent pages set."""
    pages: list[Page] = []

    def build(item: NavItem) -> Page | Section:
        if item.path is None:
            section = Group(item.title, [build(child) for child in item.children])
            section.lang = item.lang
            for child in section.children:
                child.parent = section
            return section
        file = files.get_file_from_path(item.path)
        if file is None:
            raise PluginError(
                tell("{path} is in the navigation but was not composed.", path=item.path)
            )
        page = ComposedPage(item.title, file, config, documents[item.path], store)
        page.parent = None
        page.lang = item.lang
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
