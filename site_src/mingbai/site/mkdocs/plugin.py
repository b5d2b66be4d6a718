"""The MkDocs plugin: hooks that call plain functions."""

import contextlib
import logging
import posixpath
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mingbai.errors import MingbaiError
from mingbai.language import Language
from mingbai.messages import tell
from mingbai.policy import IN_PAGES
from mingbai.site.compose.parts import TABLES
from mingbai.site.compose.templates import template_error
from mingbai.site.mkdocs.build import Build, LanguageSite, LanguageSites, begin
from mingbai.site.mkdocs.context import context_of, fill, set_up
from mingbai.site.mkdocs.files import replace_files
from mingbai.site.mkdocs.offline import Options, to_files
from mingbai.site.mkdocs.pages import ComposedPage
from mingbai.site.mkdocs.quiet import WarningCount, counted_warnings, quiet_process
from mingbai.site.mkdocs.writing import write_rest

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.mingbai")


class MingbaiPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Gives MkDocs the composed pages, with navigation and settings for each language."""

    root: Path
    """The project's folder."""
    site_dir: Path
    """The site's folder; only changed files are written there."""
    theme_dirs: list[str]
    build: Build
    sites: LanguageSites
    warnings: WarningCount
    env: "Environment"

    def __init__(self) -> None:
        """Start with nothing to clean up."""
        self.is_preview = False
        self.at_end = contextlib.ExitStack()
        """The clean-up that runs at the end of a build, even after an error."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Record whether this is a preview, whose live reload adds a script to each page."""
        del dirty
        self.is_preview = command == "serve"

    def on_config(self, config: MkDocsConfig, /) -> MkDocsConfig:
        """Make MkDocs write to a temporary folder instead of the site's."""
        self.at_end.enter_context(quiet_process())
        self.theme_dirs, config.theme.dirs = config.theme.dirs, config.theme.dirs[:1]  # no icons
        config.mdx_configs["tables"] = TABLES | config.mdx_configs.get("tables", {})
        self.root = Path(config.config_file_path).parent
        self.site_dir = Path(config.site_dir)
        config.site_dir = self.at_end.enter_context(tempfile.TemporaryDirectory(prefix="mingbai-"))
        log.info(tell("Building the site in {folder}", folder=self.site_dir))
        return config

    def on_build_error(self, /, *, error: Exception) -> None:
        """Clean up and leave the site unchanged; report the file and line of a template error."""
        self.at_end.close()
        if found := template_error(error, self.root):
            raise PluginError(str(found)) from error

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Read the project, and replace its Markdown files by composed pages."""
        try:
            self.build = begin(
                self.root,
                self.site_dir,
                self.at_end,
                offline=self.config.offline,
                policy="" if self.is_preview or self.config.offline else IN_PAGES,
            )
        except MingbaiError as error:
            raise PluginError(str(error)) from error
        self.warnings = self.at_end.enter_context(counted_warnings())
        replace_files(files, config, self.build.assets, self.build.documents.values())
        self.sites = self.build.language_sites(config, files)
        config.nav = []  # saves MkDocs from building its own
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Return the Chinese navigation; `on_page_context` gives each page its own."""
        del nav, config, files
        return self.sites["", Language.ZH].nav

    def on_env(self, env: "Environment", /, *, config: MkDocsConfig, files: Files) -> None:
        """Set up the templates' environment."""
        del files
        config.theme.dirs = self.theme_dirs
        set_up(env, self.theme_dirs, self.build, config.site_url or "/")
        self.env = env

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a page the navigation, names and language switch of its language."""
        del nav
        if isinstance(page, ComposedPage) and page.cached is not None:
            return context
        document = self.build.documents[page.file.src_uri]
        self._fill(context, self.sites[document.edition, document.language], config)
        other = self.build.documents.get(document.other or "")
        if document.is_fallback and other is not None:
            page.canonical_url = posixpath.join(config.site_url or "/", other.url)
        return context

    def _fill(self, context: TemplateContext, site: LanguageSite, config: MkDocsConfig) -> None:
        base = config.site_url or "/"
        fill(
            context, context_of(self.build, self.sites, site, context["page"], base), site, self.env
        )

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Write the finished page, so that MkDocs need not write it."""
        del config
        if isinstance(page, ComposedPage):
            page.keep(to_files(output) if self.config.offline else output)
            return ""
        return output

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the theme's own templates (404, sitemap) the Chinese settings."""
        del template_name
        self._fill(context, self.sites["", Language.ZH], config)
        return context

    def on_serve(
        self, server: "LiveReloadServer", /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> "LiveReloadServer":
        """Make the preview watch all source files, and show errors."""
        from mingbai.site.mkdocs.preview import previewing  # noqa: PLC0415 (brings a web server)

        del builder
        return previewing(server, self.root, (config.docs_dir, config.config_file_path))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the English 404 page beside the Chinese one, and all files that are not pages."""
        english, base = self.sites["", Language.EN], urlsplit(config.site_url or "/").path
        context = get_context(english.nav, [], config, base_url=base)
        self._fill(context, english, config)
        page = self.env.get_template("404.html").render(context)
        self.build.folder.put("en/404.html", page.encode())
        write_rest(self.build, config, is_sound=not self.warnings.count)
        config.site_dir = str(self.site_dir)
        self.at_end.close()
