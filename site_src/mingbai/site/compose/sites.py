"""Composes all documents of a project in both languages, and their navigation."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from mingbai.address import leads_folder
from mingbai.cache.memo import NO_MEMO, Memo
from mingbai.content.library import Library
from mingbai.content.page import Page
from mingbai.content.reading import read_library, refuse_changed_words
from mingbai.errors import MingbaiError, SeveralErrors, raise_all
from mingbai.glossary import ChineseIndex
from mingbai.language import LANGUAGES, Language
from mingbai.project import Project
from mingbai.site.compose.composer import Composer
from mingbai.site.compose.document import Document, PageToCompose
from mingbai.site.compose.macros import Macros
from mingbai.site.compose.term_marks import TermMarks
from mingbai.site.views.glossary import first_uses
from mingbai.site.views.view import View, view_of


@dataclass(frozen=True, slots=True)
class NavItem:
    """A page or a group of pages in the navigation of one language."""

    title: str
    path: str | None
    """The document's path; None for a group. A group's index is its first child."""
    lang: str = ""
    """The title's language tag, ``zh-Hans``, if it differs from the navigation's; else empty."""
    children: tuple["NavItem", ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that a site builder needs for one library, except the theme."""

    library: Library
    documents: tuple[Document, ...]
    nav: dict[Language, tuple[NavItem, ...]]
    """The navigation by language."""
    views: dict[Language, View]
    """The data that macros read, by language."""


def read_site(project: Project, memo: Memo = NO_MEMO) -> Site:
    """Read a project and compose its pages.

    Args:
        project: the project at one edition.
        memo: the cache of earlier builds.

    Raises:
        MingbaiError: a page or a data file has an error.
    """
    return compose_site(read_library(project, memo=memo), _macros(project, memo), memo)


@dataclass(frozen=True, slots=True)
class Sites:
    """All that one project publishes: the site of its report, or a front and its editions."""

    root: Site
    """The site at the root: the front, or the only report."""
    editions: tuple[Site, ...] = ()
    """The site of each edition, by name; empty if the project has one report."""

    @property
    def every(self) -> tuple[Site, ...]:
        """The site at the root, then each edition's."""
        return (self.root, *self.editions)

    @property
    def reports(self) -> tuple[Site, ...]:
        """The sites that contain a report: all but the front."""
        return self.editions or (self.root,)


def read_sites(project: Project, memo: Memo = NO_MEMO) -> Sites:
    """Return a project's site, or, if it has editions, the front's site and those of all editions.

    Args:
        project: the whole project.
        memo: the cache of earlier builds.

    Raises:
        MingbaiError: pages or data files have errors; those of all editions are raised together.
    """
    if not project.is_front:
        return Sites(read_site(project, memo))
    front, *editions = project.parts
    above = read_library(front, memo=memo)
    macros = _macros(project, memo)
    sites: list[Site] = []
    errors: list[MingbaiError] = []
    for edition in editions:
        try:
            sites.append(compose_site(read_library(edition, above, memo), macros, memo))
        except SeveralErrors as several:
            errors += several.errors
        except MingbaiError as error:
            errors.append(error)
    raise_all(tuple(errors))
    return Sites(compose_site(above, macros, memo), tuple(sites))


def _macros(project: Project, memo: Memo) -> Macros:
    return Macros(project.root / "overrides" / "macros", memo)


def compose_site(library: Library, macros: Macros, memo: Memo) -> Site:
    """Compose the site of a library.

    Args:
        library: the editors' pages and data.
        macros: the macros that pages can call.
        memo: the cache of earlier builds.

    Raises:
        MingbaiError: the pages differ from the report's text, or a macro call has an error.
    """
    refuse_changed_words(library)
    documents: list[Document] = []
    nav: dict[Language, tuple[NavItem, ...]] = {}
    index = ChineseIndex(library.terms)
    uses = first_uses(library.terms, library.zh, index, memo)
    views = {language: view_of(library, language, uses) for language in LANGUAGES}
    for language in LANGUAGES:
        composer = Composer(
            macros,
            views[language],
            library.corrections,
            memo,
            TermMarks.of(library.terms, index, language)
            if library.has_glossary(language)
            else None,
        )
        shown = [
            PageToCompose(
                language.pick(page, library.en.get(page.path, page)),
                page,
                _other(library, language, page),
            )
            for page in library.zh
            if not language.is_english or page.is_report or page.path in library.en
        ]
        documents += [composer.document(item) for item in shown]
        nav[language] = navigation(
            tuple(item.page for item in shown), library.root(language), language
        )
    return Site(library, tuple(documents), nav, views)


def _other(library: Library, language: Language, chinese: Page) -> str | None:
    if language.is_english:
        return library.root(Language.ZH) + chinese.path
    return library.root(Language.EN) + chinese.path if chinese.path in library.en else None


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
