"""The state of one build: composed sites, caches, and MkDocs' settings for each language."""

import copy
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from mingbai.cache.memo import Memo, files_in, fingerprint
from mingbai.cache.page_cache import PageCache
from mingbai.cache.site_folder import SiteFolder
from mingbai.content.library import Library
from mingbai.language import LANGUAGES, Language
from mingbai.project import Project
from mingbai.site.compose.document import Document
from mingbai.site.compose.sites import Sites, read_sites
from mingbai.site.mkdocs.assets import Assets, read_assets
from mingbai.site.mkdocs.nav import NavWindow
from mingbai.site.mkdocs.pages import Store, navigation

_MAKERS = ("jinja2", "markdown", "mkdocs", "pymdown-extensions")
"""The packages, other than ours, that determine a page's HTML."""


@dataclass(frozen=True, slots=True)
class LanguageSite:
    """An edition in one language, with MkDocs' navigation and settings."""

    library: Library
    language: Language
    nav: Navigation
    config: MkDocsConfig
    """The settings, with the edition's names in the language."""
    window: NavWindow


LanguageSites = Mapping[tuple[str, Language], LanguageSite]
"""Language sites by the edition's name and the language."""


@dataclass(frozen=True, slots=True)
class Build:
    """The state that the hooks of one build share."""

    root: Path
    """The project's folder."""
    sites: Sites
    documents: Mapping[str, Document]
    """The documents of all editions and both languages, by path."""
    assets: Assets
    memo: Memo
    cache: PageCache
    folder: SiteFolder
    is_offline: bool
    """Whether the site opens from a folder, without a server."""
    policy: str
    """The Content Security Policy in each page; empty for none."""

    def language_sites(self, config: MkDocsConfig, files: Files) -> LanguageSites:
        """Return each edition in each language; links to previous and next pages stay in it."""
        common = self._made_from(config, files)
        found: dict[tuple[str, Language], LanguageSite] = {}
        for site in self.sites.every:
            library = site.library
            front = library.front.title if library.front else None
            own = repr((site.nav, library.edition, library.title, library.facts, front))
            store = Store(self.cache, fingerprint((common, own.encode())), self.folder)
            for language in LANGUAGES:
                nav = navigation(site.nav[language], files, config, self.documents, store)
                found[library.name, language] = LanguageSite(
                    library, language, nav, _settings(config, library, language), NavWindow(nav)
                )
        for one in found.values():
            one.nav.homepage = one.nav.homepage or found["", Language.ZH].nav.homepage
        return found

    def _made_from(self, config: MkDocsConfig, files: Files) -> bytes:
        """Return the hash of everything that all pages depend on, except their own edition."""
        return fingerprint(
            (
                self.memo.program.encode(),
                *files_in(self.root / "overrides"),
                Path(config.config_file_path).read_bytes(),
                repr(sorted(version(name) for name in _MAKERS)).encode(),
                repr((config.site_url, self.is_offline, self.policy)).encode(),
                repr([(file.src_uri, file.dest_uri) for file in files]).encode(),
                repr(self.sites.root.library.editions).encode(),
            )
        ).encode()


def begin(root: Path, site_dir: Path, at_end: ExitStack, *, offline: bool, policy: str) -> Build:
    """Read a project, compose its pages, and open the caches.

    Args:
        root: the project's folder.
        site_dir: the site's folder.
        at_end: closes the caches at the end of the build.
        offline: whether the site opens from a folder, without a server.
        policy: the Content Security Policy in each page.

    Raises:
        MingbaiError: a page or a data file has an error.
    """
    caches = root / ".cache" / "mingbai"
    memo = Memo(caches / "memo.sqlite")
    at_end.callback(memo.close)
    sites = read_sites(Project(root), memo)
    cache = PageCache(caches / "html.sqlite")
    at_end.callback(cache.close)
    return Build(
        root=root,
        sites=sites,
        documents={document.path: document for site in sites.every for document in site.documents},
        assets=read_assets(root / "overrides" / "assets"),
        memo=memo,
        cache=cache,
        folder=SiteFolder(site_dir, caches / "written.json"),
        is_offline=offline,
        policy=policy,
    )


def _settings(config: MkDocsConfig, library: Library, language: Language) -> MkDocsConfig:
    own = copy.copy(config)
    own.data = dict(config.data)
    own.data["site_name"] = library.short_title.say(language)
    own.data["site_description"] = library.title.say(language)
    return own
