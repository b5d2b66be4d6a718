"""The steps from a page to the editions beside its own, and the edition it searches."""

from collections.abc import Mapping
from dataclasses import dataclass

from mingbai.content.editions import labels
from mingbai.content.library import Library
from mingbai.language import Language
from mingbai.project import language_root
from mingbai.site.compose.document import Document
from mingbai.site.views.editions import home_of

NEAR = 5
"""Editions that a page leads to, beside the list of all."""


@dataclass(frozen=True, slots=True)
class Step:
    """A link from a page to an edition."""

    label: str
    url: str
    """From the site's root."""
    is_here: bool
    """Whether it is the page's own edition."""
    is_same_page: bool
    """Whether it leads to the page of the same path, not to the edition's home page."""
    in_chinese: bool
    """Whether it leads from an English page to a Chinese one."""


@dataclass(frozen=True, slots=True)
class Searched:
    """The edition that is searched from a page."""

    name: str
    label: str


def steps(
    documents: Mapping[str, Document],
    library: Library,
    document: Document | None,
    language: Language,
) -> tuple[Step, ...]:
    """Return the editions near a page's own, in the order of time; the newest from the front.

    Args:
        documents: of all editions and both languages, by path.
        library: of the page's edition, or of the front.
        document: the page; None for one that stands outside of the tree.
        language: of the page.
    """
    if library.site_title is None:
        return ()
    rising = library.editions[::-1]
    names = [one.name for one in rising]
    here = names.index(library.name) if library.name else len(rising) - 1
    start = max(0, min(here - NEAR // 2, len(rising) - NEAR))
    inside = document.path.removeprefix(library.root(language)) if document else ""
    said = labels(library.editions, language)
    found = []
    for one in rising[start : start + NEAR]:
        same = documents.get(language_root(language, one.name) + inside) if library.name else None
        found.append(
            Step(
                label=said[one.name],
                url=same.url if same else home_of(one, language),
                is_here=one.name == library.name,
                is_same_page=same is not None,
                in_chinese=same is None and language.is_english and not one.has_english_home,
            )
        )
    return tuple(found)


def searched(library: Library, language: Language) -> Searched | None:
    """Return which edition a page searches: its own, from the front the newest.

    None where the site has one report: nothing is said of it then.
    """
    if library.site_title is None:
        return None
    name = library.name or library.editions[0].name
    return Searched(name, labels(library.editions, language)[name])
