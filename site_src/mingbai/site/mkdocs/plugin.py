"""The thin adapter between our documents and MkDocs; the only file that knows MkDocs."""

import contextlib
import copy
import gc
import logging
import posixpath
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from jinja2 import FileSystemLoader
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mingbai.cache.bytecode import KeptBytecode
from mingbai.cache.memo import Memo, files_in, fingerprint, in_use
from mingbai.cache.page_cache import PageCache
from mingbai.cache.site_folder import SiteFolder
from mingbai.errors import MingbaiError
from mingbai.language import LANGUAGES, Language
from mingbai.locales import say
from mingbai.project import Project
from mingbai.site.compose.document import Document
from mingbai.site.compose.sites import Site, read_sites
from mingbai.site.mkdocs.assets import Assets, read_assets
from mingbai.site.mkdocs.head import head_of
from mingbai.site.mkdocs.nav import NavWindow
from mingbai.site.mkdocs.pages import ComposedPage, Store, navigation
from mingbai.site.mkdocs.steps import searched, steps
from mingbai.site.outputs.all_files import output_files

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.livereload import LiveReloadServer

_THEME_ASSETS = (
    "assets/javascripts/",
    "assets/stylesheets/",
    "assets/images/",
    "assets/css/",
    "assets/js/",
)


_SELDOM = (50_000, 20, 100)
"""How often a build looks for garbage: nearly all that it makes lives to its end."""
_MAKERS = ("jinja2", "markdown", "mkdocs", "pymdown-extensions")
"""The packages that a page's HTML comes from, beside our own."""


class _Warnings(logging.Handler):
    """Counts what MkDocs warns of."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += record.levelno >= logging.WARNING


log = logging.getLogger("mkdocs.plugins.mingbai")
_BUILD_LOG = logging.getLogger("mkdocs.commands.build")


_NOT_SO = ("Cleaning site directory", "Building documentation to", "Page skipped")


def _is_worth_saying(record: logging.LogRecord) -> bool:
    """Return whether MkDocs says so of the site's folder, which only the plugin fills."""
    return not record.getMessage().startswith(_NOT_SO)


class MingbaiPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Gives MkDocs the composed pages, and each language its own navigation and settings."""

    sites: dict[str, Site]
    """By the name of their edition."""
    target: Path
    """The site's folder."""
    memo: Memo
    folder: SiteFolder
    theme_dirs: list[str]
    cache: PageCache
    assets: Assets
    overrides: Path
    files: Files
    env: "Environment"

    def __init__(self) -> None:
        """Hold nothing yet."""
        self.warnings = _Warnings()
        self.held = contextlib.ExitStack()
        """What a build gives back at its end, however it ends."""

    def on_config(self, config: MkDocsConfig, /) -> MkDocsConfig:
        """Let MkDocs clean and fill a folder of its own: the site's is only given what changed."""
        thresholds = gc.get_threshold()
        gc.set_threshold(*_SELDOM)
        self.held.callback(gc.set_threshold, *thresholds)
        self.theme_dirs = config.theme.dirs
        config.theme.dirs = config.theme.dirs[
            :1
        ]  # the theme's thousands of icons are not looked at
        self.target = Path(config.site_dir)
        config.site_dir = self.held.enter_context(tempfile.TemporaryDirectory(prefix="mingbai-"))
        _BUILD_LOG.addFilter(_is_worth_saying)
        self.held.callback(_BUILD_LOG.removeFilter, _is_worth_saying)
        log.info("Building the site in %s", self.target)
        return config

    def on_build_error(self, /, *, error: Exception) -> None:
        """Leave nothing behind; the site stays as it was."""
        del error
        self.held.close()

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Put the composed pages in the place of the Markdown files they come from."""
        root = Path(config.config_file_path).parent
        caches = root / ".cache" / "mingbai"
        self.memo = Memo(caches / "kept.sqlite")
        self.held.callback(self.memo.close)
        self.held.enter_context(in_use(self.memo))
        try:
            self.sites = {site.library.name: site for site in read_sites(Project(root))}
        except MingbaiError as error:
            raise PluginError(str(error)) from error
        self.cache = PageCache(caches / "html.sqlite")
        self.held.callback(self.cache.close)
        self.folder = SiteFolder(self.target, caches / "written.json")
        logging.getLogger("mkdocs").addHandler(self.warnings)
        self.held.callback(logging.getLogger("mkdocs").removeHandler, self.warnings)
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
            file = File.generated(config, document.path, content="")
            file.edit_uri = document.source
            files.append(file)
        self.files = files
        self._make_navigation(config)
        return files

    def _make_navigation(self, config: MkDocsConfig) -> None:
        """Build a navigation an edition and language; previous and next stay within it."""
        self.navs: dict[tuple[str, Language], Navigation] = {}
        self.configs: dict[tuple[str, Language], MkDocsConfig] = {}
        common = self._common(config)
        for name, site in self.sites.items():
            library = site.library
            own = repr((site.nav, library.edition, library.facts, library.site_title))
            store = Store(self.cache, fingerprint((common, own.encode())), self.folder)
            for language in LANGUAGES:
                self.navs[name, language] = navigation(
                    site.nav[language], self.files, config, self.documents, store
                )
                self.configs[name, language] = self._config(config, site, language)
        self.windows = {which: NavWindow(nav) for which, nav in self.navs.items()}
        for nav in self.navs.values():
            nav.homepage = nav.homepage or self.navs["", Language.ZH].homepage
        config.nav = []  # MkDocs need not build one of its own

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give MkDocs the Chinese navigation; each page is given its own."""
        del nav, config, files
        return self.navs["", Language.ZH]

    def _common(self, config: MkDocsConfig) -> bytes:
        """Return the hash of what all pages are made from, beside their own edition."""
        root = Path(config.config_file_path).parent
        return fingerprint(
            (
                self.memo.program.encode(),
                *files_in(root / "overrides"),
                Path(config.config_file_path).read_bytes(),
                repr(sorted(version(name) for name in _MAKERS)).encode(),
                (config.site_url or "").encode(),
                repr([file.src_uri for file in self.files]).encode(),
                repr(self.sites[""].library.editions).encode(),
            )
        ).encode()

    def _config(self, config: MkDocsConfig, site: Site, language: Language) -> MkDocsConfig:
        own = copy.copy(config)
        own.data = dict(config.data)
        own.data["site_name"] = site.library.edition.short_title.say(language)
        own.data["site_description"] = site.library.edition.title.say(language)
        return own

    def on_env(self, env: "Environment", /, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the templates for the second 404 page."""
        del files
        base = config.site_url or "/"
        config.theme.dirs = self.theme_dirs
        env.loader = FileSystemLoader(self.theme_dirs)
        env.trim_blocks = env.lstrip_blocks = True
        env.autoescape = True  # MkDocs leaves it off; titles and the operator's words are data
        env.bytecode_cache = KeptBytecode()
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
            *({"lang": code.tag, "href": base + urls[code]} for code in LANGUAGES),
            {"lang": "x-default", "href": base + urls[Language.ZH]},
        )

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a page the navigation, the names and the switch of its language."""
        del config, nav
        document = self.documents[page.file.src_uri]
        if isinstance(page, ComposedPage) and page.kept is not None:
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
                "name": other.language.own_name,
                "lang": other.language.tag,
            }
            if document.is_fallback:
                page.canonical_url = posixpath.join(base, other.url)
        return context

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Write the finished page, so that nothing is left for MkDocs to write."""
        del config
        if not isinstance(page, ComposedPage):
            return output
        page.keep(output)
        return ""

    def _settle(self, context: TemplateContext, edition: str, language: Language) -> None:
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
        }
        own["groups"] = self.windows[which].around(page)
        own["nav_html"] = self.windows[which].html(page, self.env, own)

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the theme's own templates (404, sitemap) the Chinese settings."""
        del template_name, config
        self._settle(context, "", Language.ZH)
        return context

    def on_serve(
        self, server: "LiveReloadServer", /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> "LiveReloadServer":
        """Let the preview follow edits quickly, and show mistakes instead of stopping."""
        from mingbai.site.mkdocs.preview import previewing  # noqa: PLC0415 (brings a web server)

        del builder
        return previewing(server, (config.docs_dir, config.config_file_path))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the English 404 page beside the Chinese one, and the files that are no pages."""
        base = urlsplit(config.site_url or "/").path
        context = get_context(self.navs["", Language.EN], [], config, base_url=base)
        self._settle(context, "", Language.EN)
        page = self.env.get_template("404.html").render(context)
        self.folder.put("en/404.html", page.encode())
        stage = Path(config.site_dir)
        for path in stage.rglob("*"):
            if path.is_file() and path.name != "sitemap.xml.gz":  # it holds the clock
                self.folder.put(path.relative_to(stage).as_posix(), path.read_bytes())
        sites = tuple(self.sites.values())
        for name, data in output_files(sites, config.site_url or "/", Path(config.docs_dir)):
            self.folder.put(name, data)
        if not self.warnings.count:  # a page from the cache says nothing of what is wrong with it
            self.cache.save(self.documents)
        self.memo.save()
        self.folder.finish()
        config.site_dir = str(self.target)
        self.held.close()
