"""The one place that reads a project: everything editors wrote, and all that is wrong with it.

The site and the commands need the complete library and stop if there are errors; the checks use
what could be read and report the errors.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from mingbai.address import leads_folder
from mingbai.cache.memo import NO_MEMO, Memo
from mingbai.content.edition import Edition, read_edition
from mingbai.content.editions import (
    NO_REPORT,
    ListedEdition,
    listed,
    read_editions,
)
from mingbai.content.library import Front, Library
from mingbai.content.page import Page
from mingbai.content.reading.cached import cached_page
from mingbai.content.reading.data import Data, read_data
from mingbai.content.reading.errors import Errors
from mingbai.content.reading.layout import misplaced, orphans, without_home
from mingbai.content.reading.textfiles import TextFile, data_in, links_out, pages_in
from mingbai.content.safety import checked, strays
from mingbai.content.safety.markup import markup_of
from mingbai.errors import (
    Location,
    MingbaiError,
    PageInvalid,
    raise_all,
)
from mingbai.language import LANGUAGES, Language
from mingbai.messages import tell
from mingbai.project import Project
from mingbai.report.model import Source
from mingbai.report.pages.manifest import Manifest, read_manifest
from mingbai.report.pages.split import slug_of
from mingbai.report.plan import check_slug, read_slugs
from mingbai.report.read import read_source


@dataclass(frozen=True, slots=True)
class LoadedProject:
    """The parts of a project that could be read, and the errors in the others."""

    library: Library | None
    """None if there are errors."""
    errors: tuple[MingbaiError, ...]
    """Each error once, in the order in which they were found."""
    sheets: tuple[TextFile, ...]
    """The files as editors wrote them: the Chinese pages, the English pages, the data."""
    manifest: Manifest | None
    """None if it cannot be read."""
    source: Source | None
    """The report's text; None if it cannot be read, and for the pages above the editions."""

    def complete(self) -> Library:
        """Return the library.

        Raises:
            MingbaiError: all errors, together.
        """
        raise_all(self.errors)
        if self.library is None:
            raise AssertionError(tell("a project without errors has a library"))
        return self.library


def read_library(project: Project, front: Library | None = None, memo: Memo = NO_MEMO) -> Library:
    """Return everything that editors wrote.

    Args:
        project: see `read_project`.
        front: see `read_project`.
        memo: see `read_project`.

    Raises:
        MingbaiError: all errors in the project, together.
    """
    return read_project(project, front, memo).complete()


def read_project(
    project: Project, front: Library | None = None, memo: Memo = NO_MEMO
) -> LoadedProject:
    """Read a project; return its errors instead of raising them.

    Args:
        project: a project at an edition or at the front, the pages above the editions.
        front: for an edition: the library of the front, if it has been read.
        memo: the cache of the last builds.

    Raises:
        ProjectInvalid: the project's list of editions cannot be read.
    """
    errors = Errors()
    sheets = {language: pages_in(project, language) for language in LANGUAGES}
    if front is None:
        errors.add(strays(project.root))
    errors.add(tuple(links_out(project)))
    found = _described(project, front, errors)
    pages = _pages(sheets, found.manifest, errors, memo)
    _refuse(project, sheets, found.manifest, errors, memo)
    errors.add((*without_home(project), *orphans(project, pages[Language.EN])))
    data = read_data(project, found.source, errors, memo)
    slugs = project.data / "slugs.yml"
    errors.tried(lambda: read_slugs(slugs) if slugs.exists() else {}, {})
    return LoadedProject(
        None if errors.all else _library(project, front, found, pages, data),
        tuple(errors.all.values()),
        (*(sheet for each in sheets.values() for sheet in each.values()), *data_in(project)),
        found.manifest,
        found.source,
    )


@dataclass(frozen=True, slots=True)
class _Described:
    """The description of a project: the report, the report's pages, and all editions."""

    kind: type[Library]
    edition: Edition | None
    manifest: Manifest | None
    source: Source | None
    editions: tuple[ListedEdition, ...]


def _described(project: Project, front: Library | None, errors: Errors) -> _Described:
    if project.is_front:
        errors.add(misplaced(project))
        editions = errors.tried(lambda: read_editions(project), ())
        newest = editions[0].edition if editions else None
        return _Described(Front, newest, NO_REPORT, None, editions)
    edition = errors.tried(lambda: read_edition(project), None)
    manifest = errors.tried(lambda: read_manifest(project.zh), None)
    if edition is None:
        return _Described(Library, None, manifest, None, ())
    source = errors.tried(partial(read_source, project.data / edition.source), None)
    if front is not None:
        return _Described(Library, edition, manifest, source, front.editions)
    own = () if manifest is None else (listed(project, edition, manifest),)
    return _Described(Library, edition, manifest, source, own)


_Pages = dict[Language, dict[str, Page]]
"""Pages by language and path."""


def _library(
    project: Project,
    front: Library | None,
    found: _Described,
    pages: _Pages,
    data: Data,
) -> Library | None:
    if found.edition is None or found.manifest is None:
        return None
    zh = sorted(pages[Language.ZH].values(), key=lambda page: (page.front.order, page.path))
    return found.kind(
        found.edition,
        found.manifest,
        tuple(zh),
        pages[Language.EN],
        figures=data.figures,
        targets=data.targets,
        topics=data.topics,
        terms=data.terms,
        synonyms=data.synonyms,
        facts=data.facts,
        ledger=data.ledger,
        names=data.names,
        waivers=data.waivers,
        source=found.source,
        name=project.edition,
        editions=found.editions,
        front=front,
    )


def _pages(
    sheets: Mapping[Language, Mapping[str, TextFile]],
    manifest: Manifest | None,
    errors: Errors,
    memo: Memo,
) -> _Pages:
    """Return the pages that could be read."""
    records = {record.path: record for record in manifest.pages} if manifest else {}
    found: _Pages = {language: {} for language in sheets}
    for language, files in sheets.items():
        for path, sheet in files.items():
            page = errors.tried(
                partial(cached_page, memo, sheet, language, path, records.get(path)), None
            )
            if page is not None and page.front.slug is not None:
                page = errors.tried(partial(_with_its_name, page), None)
            if page is not None:
                found[language][path] = page
    return found


def _refuse(
    project: Project,
    sheets: Mapping[Language, Mapping[str, TextFile]],
    manifest: Manifest | None,
    errors: Errors,
    memo: Memo,
) -> None:
    """Add an error for everything on a page that is not allowed."""
    markup = markup_of(project.root)
    reports = {record.path for record in manifest.pages} if manifest else set()
    for language, files in sheets.items():
        for path, sheet in files.items():
            is_source = not language.is_english and path in reports
            errors.tried(partial(checked, memo, sheet, markup, is_source=is_source), None)


def _with_its_name(page: Page) -> Page:
    """Return the page if its slug is its file's name.

    Raises:
        PageInvalid: the slug is different, or cannot be part of an address.
    """
    slug = page.front.slug or ""
    location = Location(page.file)
    check_slug(slug, location, tell("in the front matter"))
    named = slug_of(page.path)
    if slug != named and not leads_folder(page.path):
        raise PageInvalid(
            location,
            tell("The slug is {slug!r}, but the file is named {name!r}.", slug=slug, name=named),
            todo=tell("Give both the same name."),
        )
    return page
