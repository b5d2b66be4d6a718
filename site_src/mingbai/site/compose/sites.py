"""Composes all documents of a project in both languages."""

from dataclasses import dataclass

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
from mingbai.site.compose.navigation import NavItem, navigation
from mingbai.site.compose.term_marks import TermMarks
from mingbai.site.views.glossary import first_uses
from mingbai.site.views.view import View, view_of


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
