"""The data that templates read, in addition to MkDocs' `page`, `config` and `nav`."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, cast

from jinja2 import FileSystemLoader
from mkdocs.structure import StructureItem
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mingbai.cache.bytecode import CachedBytecode
from mingbai.content.edition import Edition
from mingbai.content.facts import SiteFacts
from mingbai.content.library import Library
from mingbai.language import LANGUAGES, Language
from mingbai.locales import say
from mingbai.site.compose.document import Document
from mingbai.site.mkdocs.build import Build, LanguageSite, LanguageSites
from mingbai.site.mkdocs.head import Head, head_of
from mingbai.site.mkdocs.steps import Searched, Step, searched, steps

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page's address in one language, for search engines."""

    lang: str
    href: str


@dataclass(frozen=True, slots=True)
class Switch:
    """The link to the same page in the other language."""

    url: str
    name: str
    lang: str


@dataclass(frozen=True, slots=True)
class PageContext:
    """The data for a page's templates; 404.html and sitemap.xml get only the first half."""

    language: Language
    edition: Edition
    library: Library
    facts: SiteFacts
    """Who runs the site."""
    home: str
    """The address of the home page of the edition and language, from the site's root."""
    front: Page | None
    """The home page of the whole site."""
    steps: tuple[Step, ...]
    """Links to the editions near this one."""
    searched: Searched | None
    """The edition that this page searches; None if the site has one report."""
    assets: str
    """The folder of our style sheets and scripts, from the site's root."""
    groups: list[StructureItem]
    """The part of the navigation that the page shows."""
    is_offline: bool
    """Whether the site opens from a folder, without a server."""
    alternates: tuple[Alternate, ...] = ()
    head: Head | None = None
    source: str = ""
    """The path of the page's source file in the content folder."""
    has_picture: bool = False
    """Whether there is a picture for links on social media."""
    switch: Switch | None = None


def context_of(
    build: Build, sites: LanguageSites, site: LanguageSite, page: Page | None, base: str
) -> PageContext:
    """Return the data for the templates of a page.

    Args:
        build: the build.
        sites: all editions in both languages.
        site: the page's edition and language.
        page: MkDocs' page; None for 404.html and sitemap.xml.
        base: the site's address, ending in a slash.
    """
    document = build.documents[page.file.src_uri] if page else None
    context = PageContext(
        language=site.language,
        edition=site.library.edition,
        library=site.library,
        facts=site.library.facts,
        home=site.library.root(site.language),
        front=sites["", site.language].nav.homepage,
        steps=steps(site.library, build.documents, document, site.language),
        searched=searched(site.library, site.language),
        assets=build.assets.folder,
        groups=site.window.around(page),
        is_offline=build.is_offline,
    )
    if document is None:
        return context
    other = build.documents.get(document.other or "")
    picture = build.root / "overrides" / "assets" / f"share-{document.language}.png"
    return replace(
        context,
        alternates=alternates(build.documents, document, base),
        head=head_of(site.library, document, base, document.url, other.url if other else None),
        source=document.source,
        has_picture=picture.exists(),
        switch=_switch(other),
    )


def _switch(other: Document | None) -> Switch | None:
    if other is None:
        return None
    return Switch(other.url or "./", other.language.own_name, other.language.tag)


def alternates(
    documents: Mapping[str, Document], document: Document, base: str
) -> tuple[Alternate, ...]:
    """Return the page's addresses by language; none for an English page that shows Chinese."""
    other = documents.get(document.other or "")
    if other is None or document.is_fallback:
        return ()
    urls = {document.language: document.url, other.language: other.url}
    return (
        *(Alternate(language.tag, base + urls[language]) for language in LANGUAGES),
        Alternate("x-default", base + urls[Language.ZH]),
    )


def set_up(env: "Environment", folders: list[str], build: Build, base: str) -> None:
    """Set up the templates' environment.

    Args:
        env: MkDocs' environment.
        folders: the folders of the templates.
        build: the build.
        base: the site's address, ending in a slash.
    """
    env.loader = FileSystemLoader(folders)
    env.trim_blocks = env.lstrip_blocks = True
    env.autoescape = True  # MkDocs does not escape; titles and the operator's details are data
    env.bytecode_cache = CachedBytecode(build.memo)
    env.globals["say"] = say
    env.globals["policy"] = build.policy
    env.globals["alternates_of"] = lambda page: alternates(
        build.documents, build.documents[page.file.src_uri], base
    )


def fill(
    context: TemplateContext, own: PageContext, site: LanguageSite, env: "Environment"
) -> None:
    """Add the data for templates, and the navigation as HTML, to MkDocs' context."""
    context["nav"] = site.nav
    context["config"] = copy.copy(site.config)
    context["config"].data = dict(site.config.data)
    filled = cast("dict[str, Any]", context)
    filled |= {field.name: getattr(own, field.name) for field in fields(own)}
    filled["nav_html"] = site.window.html(context["page"], env, filled)
