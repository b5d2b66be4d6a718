"""The links from a page to other editions, and the edition that it searches."""

from collections.abc import Mapping
from dataclasses import dataclass

from mingbai.content.editions import labels
from mingbai.content.library import Library
from mingbai.language import Language
from mingbai.project import language_root
from mingbai.site.compose.document import Document
from mingbai.site.views.editions import home_of

NEAR = 5
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


def steps(
    documents: Mapping[str, Document],
    library: Library,
    document: Document | None,
    language: Language,
) -> tuple[Step, ...]:
    """Return links to the editions near the page's own, oldest first.

    The front pages count as part of the newest edition.

    Args:
        documents: the documents of all editions and both languages, by path.
        library: the library of the page's edition, or of the front.
        document: the page; None for a page outside of the navigation.
        language: the page's language.
    """
    if library.site_title is None:
        return ()
    rising = library.editions[::-1]
    names = [edition.name for edition in rising]
    here = names.index(library.name) if library.name else len(rising) - 1
    start = max(0, min(here - NEAR // 2, len(rising) - NEAR))
    inside = document.path.removeprefix(library.root(language)) if document else ""
    label_of = labels(library.editions, language)
    found = []
    for edition in rising[start : start + NEAR]:
        same = (
            documents.get(language_root(language, edition.name) + inside) if library.name else None
        )
        found.append(
            Step(
                label=label_of[edition.name],
                url=same.url if same else home_of(edition, language),
                is_here=edition.name == library.name,
                is_same_page=same is not None,
                in_chinese=same is None and language.is_english and not edition.has_english_home,
            )
        )
    return tuple(found)


def searched(library: Library, language: Language) -> Searched | None:
    """Return the edition that a page searches: its own, or from the front the newest.

    The result is None if the site has one report, because readers then need no name for it.
    """
    if library.site_title is None:
        return None
    name = library.name or library.editions[0].name
    return Searched(name, labels(library.editions, language)[name])
