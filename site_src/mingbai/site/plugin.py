"""The thin adapter between our documents and MkDocs; the only file that knows MkDocs."""

import copy
import logging
import posixpath
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext

from mingbai.errors import MingbaiError
from mingbai.locales import say
from mingbai.project import LANGUAGES, Project
from mingbai.site.assets import Assets, read_assets
from mingbai.site.compose import Document
from mingbai.site.documents import Site
from mingbai.site.editions import read_sites, searched, steps
from mingbai.site.head import CODES as _CODES
from mingbai.site.head import head_of
from mingbai.site.memo import Memo
from mingbai.site.outputs import output_files
from mingbai.site.page_cache import PageCache, files_in, fingerprint
from mingbai.site.plugin_pages import ComposedPage, NavWindow, navigation
from mingbai.site.plugin_preview import previewing

if TYPE_CHECKING:
    from jinja2 import Environment

_NAMES = {"zh": "中文", "en": "English"}
_THEME_ASSETS = (
    "assets/javascripts/",
    "assets/stylesheets/",
    "assets/images/",
    "assets/css/",
    "assets/js/",
)


_MAKERS = ("jinja2", "markdown", "mkdocs", "pymdown-extensions")
"""The packages that a page's HTML comes from, beside our own."""


class _Warnings(logging.Handler):
    """Counts what MkDocs warns of."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += record.levelno >= logging.WARNING


class MingbaiPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Gives MkDocs the composed pages, and each language its own navigation and settings."""

    sites: dict[str, Site]
    cache: PageCache
    assets: Assets
    overrides: Path
    files: Files
    env: "Environment"

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Put the composed pages in the place of the Markdown files they come from."""
        root = Path(config.config_file_path).parent
        memo = Memo(root / ".cache" / "mingbai" / "answers.sqlite")
        try:
            self.sites = {site.library.name: site for site in read_sites(Project(root), memo)}
        except MingbaiError as error:
            raise PluginError(str(error)) from error
        self.cache = PageCache(root / ".cache" / "mingbai" / "pages.sqlite")
        self.warnings = _Warnings()
        logging.getLogger("mkdocs").addHandler(self.warnings)
        self.overrides = root / "overrides"
        self.assets = read_assets(self.overrides / "assets")
        for file in list(files):
            if file.is_documentation_page() or file.src_uri.startswith(_THEME_ASSETS):
                files.remove(file)
        for name, data in self.assets.files.items():
            files.append(File.generated(config, f"{self.assets.folder}/{name}", content=data))
        documents = [document for site in self.sites.values() for document in site.documents]
        self.documents = {document.path: document for document in documents}
        for document in documents:
            file = File.generated(config, document.path, content=document.body)
            file.edit_uri = document.source
            files.append(file)
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Build a navigation an edition and language; previous and next stay within it."""
        del nav
        self.files = files
        self.navs: dict[tuple[str, str], Navigation] = {}
        self.configs: dict[tuple[str, str], MkDocsConfig] = {}
        common = self._common(config, files)
        for name, site in self.sites.items():
            library = site.library
            own = repr((site.nav, library.edition, library.facts, library.site_title))
            cache = (self.cache, fingerprint((common, own.encode())))
            for language in LANGUAGES:
                self.navs[name, language] = navigation(
                    site.nav[language], files, config, self.documents, cache
                )
                self.configs[name, language] = self._config(config, site, language)
        self.windows = {which: NavWindow(nav) for which, nav in self.navs.items()}
        home = self.navs["", "zh"]
        for nav in self.navs.values():
            nav.homepage = nav.homepage or home.homepage
        return home

    def _common(self, config: MkDocsConfig, files: Files) -> bytes:
        """Return the hash of what all pages are made from, beside their own edition."""
        root = Path(config.config_file_path).parent
        package = Path(__file__).parent.parent
        return fingerprint(
            (
                *files_in(root / "overrides", package),
                Path(config.config_file_path).read_bytes(),
                repr(sorted(version(name) for name in _MAKERS)).encode(),
                (config.site_url or "").encode(),
                repr([file.src_uri for file in files]).encode(),
                repr(self.sites[""].library.editions).encode(),
            )
        ).encode()

    def _config(self, config: MkDocsConfig, site: Site, language: str) -> MkDocsConfig:
        own = copy.copy(config)
        own.data = dict(config.data)
        own.data["site_name"] = site.library.edition.short_title.say(language)
        own.data["site_description"] = site.library.edition.title.say(language)
        return own

    def on_env(self, env: "Environment", /, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the templates for the second 404 page."""
        del files
        base = config.site_url or "/"
        env.trim_blocks = env.lstrip_blocks = True
        env.autoescape = True  # MkDocs leaves it off; titles and the operator's words are data
        env.globals["say"] = say
        env.globals["alternates_of"] = lambda page: self._alternates(
            self.documents[page.file.src_uri], base
        )
        self.env = env

    def _alternates(self, document: Document, base: str) -> tuple[dict[str, str], ...]:
        """Return the page's addresses by language, for search engines; none for a fallback."""
        other = self.documents.get(document.other or "")
        if other is None or document.is_fallback:
            return ()
        urls = {document.language: document.url, other.language: other.url}
        return (
            *({"lang": _CODES[code], "href": base + urls[code]} for code in LANGUAGES),
            {"lang": "x-default", "href": base + urls["zh"]},
        )

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a page the navigation, the names and the switch of its language."""
        del config, nav
        document = self.documents[page.file.src_uri]
        if isinstance(page, ComposedPage) and page.kept is not None:
            cast("dict[str, object]", context)["kept"] = page.kept.html
            return context
        self._settle(context, document.edition, document.language)
        base = context["config"].site_url or "/"
        other = self.documents.get(document.other or "")
        own = cast("dict[str, object]", context)
        own["alternates"] = self._alternates(document, base)
        own["head"] = head_of(
            self.sites[document.edition].library,
            document,
            base,
            document.url,
            other.url if other else None,
        )
        own["source"] = document.source
        own["has_picture"] = (self.overrides / "assets" / f"share-{document.language}.png").exists()
        if other is not None:
            own["switch"] = {
                "url": other.url or "./",
                "name": _NAMES[other.language],
                "lang": _CODES[other.language],
            }
            if document.is_fallback:
                page.canonical_url = posixpath.join(base, other.url)
        return context

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Keep the finished page for the next build."""
        del config
        if isinstance(page, ComposedPage):
            page.keep(output)
        return output

    def _settle(self, context: TemplateContext, edition: str, language: str) -> None:
        library = self.sites[edition].library
        which = edition, language
        page = context["page"]
        context["nav"] = self.navs[which]
        context["config"] = copy.copy(self.configs[which])
        context["config"].data = dict(self.configs[which].data)
        document = self.documents[page.file.src_uri] if page else None
        own = cast("dict[str, object]", context)
        own |= {
            "language": language,
            "edition": library.edition,
            "library": library,
            "home": library.root(language),
            "steps": steps(self.documents, library, document, language),
            "front": self.navs["", language].homepage,
            "searched": searched(library, language),
            "assets": self.assets.folder,
            "alternates": (),
            "facts": library.facts,
            "groups": self.windows[which].around(page),
        }

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the theme's own templates (404, sitemap) the Chinese settings."""
        del template_name, config
        self._settle(context, "", "zh")
        return context

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Let the preview follow edits quickly, and show mistakes instead of stopping."""
        del builder
        return previewing(server, (config.docs_dir, config.config_file_path))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the English 404 page beside the Chinese one, and the files that are no pages."""
        base = urlsplit(config.site_url or "/").path
        context = get_context(self.navs["", "en"], [], config, base_url=base)
        self._settle(context, "", "en")
        page = self.env.get_template("404.html").render(context)
        target = Path(config.site_dir) / "en" / "404.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page, encoding="utf-8")
        (Path(config.site_dir) / "sitemap.xml.gz").unlink(missing_ok=True)  # holds the clock
        logging.getLogger("mkdocs").removeHandler(self.warnings)
        if not self.warnings.count:  # a page from the cache says nothing of what is wrong with it
            self.cache.save(self.documents)
        for path, data in output_files(
            tuple(self.sites.values()), config.site_url or "/", Path(config.docs_dir)
        ).items():
            write_file(data, str(Path(config.site_dir) / path))
        self.sites[""].memo.save()
