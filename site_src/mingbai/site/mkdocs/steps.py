"""The links from a page to other editions, and the edition that it searches."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatch

from mingbai.content.editions import ListedEdition, labels
from mingbai.content.library import Front, Library
from mingbai.language import Language
from mingbai.project import language_root
from mingbai.site.compose.document import Document
from mingbai.site.views.editions import home_of

_NEAR = 5
"""Maximum number of editions that a page links to, besides the list of all editions."""


@dataclass(frozen=True, slots=True)
class Step:
    """A link from a page to an edition."""

    label: str
    url: str
    """The address from the site's root."""
    is_here: bool
    """Whether it is the page's edition."""
    is_same_page: bool
    """Whether it leads to the page with the same path instead of the edition's home page."""
    in_chinese: bool
    """Whether it leads from an English page to a Chinese one."""


@dataclass(frozen=True, slots=True)
class Searched:
    """The edition that a page searches."""

    name: str
    label: str


@singledispatch
def steps(
    library: Library,
    documents: Mapping[str, Document],
    document: Document | None,
    language: Language,
) -> tuple[Step, ...]:
    """Return links to the editions near the page's own, oldest first; none beside one report.

    Args:
        library: the library of the page's edition, or the front.
        documents: the documents of all editions and both languages, by path.
        document: the page; None for a page outside of the navigation.
        language: the page's language.
    """
    if library.front is None:
        return ()
    inside = document.path.removeprefix(library.root(language)) if document else ""
    near = _near(library.editions[::-1], library.name)
    same = [documents.get(language_root(language, edition.name) + inside) for edition in near]
    label_of = labels(library.editions, language)
    return tuple(
        _step(edition, label_of[edition.name], page, language, is_here=edition.name == library.name)
        for edition, page in zip(near, same, strict=True)
    )


@steps.register
def _(
    library: Front,
    documents: Mapping[str, Document],
    document: Document | None,
    language: Language,
) -> tuple[Step, ...]:
    """Return links to the newest editions; none from the home page, which lists all of them."""
    del documents
    if document is not None and document.kind == "home":
        return ()
    label_of = labels(library.editions, language)
    return tuple(
        _step(edition, label_of[edition.name], None, language, is_here=False)
        for edition in _near(library.editions[::-1], library.searched)
    )


def _near(rising: tuple[ListedEdition, ...], name: str) -> tuple[ListedEdition, ...]:
    """Return the editions around a named one, oldest first."""
    here = [edition.name for edition in rising].index(name)
    start = max(0, min(here - _NEAR // 2, len(rising) - _NEAR))
    return rising[start : start + _NEAR]


def _step(
    edition: ListedEdition, label: str, page: Document | None, language: Language, *, is_here: bool
) -> Step:
    """Return the link to an edition's page, or without one to its home page."""
    return Step(
        label=label,
        url=page.url if page else home_of(edition, language),
        is_here=is_here,
        is_same_page=page is not None,
        in_chinese=page is None and language.is_english and not edition.has_english_home,
    )


def searched(library: Library, language: Language) -> Searched | None:
    """Return the edition that a page searches: its own, or from the front the newest.

    The result is None if the site has one report, because readers then need no name for it.
    """
    name = library.searched
    if name is None:
        return None
    return Searched(name, labels(library.editions, language)[name])
