"""Metadata in a page's head: Open Graph, schema.org's JSON-LD, citation tags for Zotero."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from mingbai.address import address_of
from mingbai.content.library import Front, Library
from mingbai.language import Language
from mingbai.site.compose.document import Document
from mingbai.site.views.editions import home_of

_CONTEXT = "https://schema.org"


@dataclass(frozen=True, slots=True)
class Head:
    """The metadata of one page."""

    title: str
    description: str
    locale: str
    other_locale: str
    """Empty if the page has no counterpart."""
    image: str
    """Address of the picture for social media; absolute if the site's address is known."""
    citation: tuple[tuple[str, str], ...]
    """Highwire tags, for the pages of the report."""
    structured: tuple[Mapping[str, Any], ...]
    """JSON-LD objects."""


def head_of(library: Library, document: Document, base: str, url: str, other: str | None) -> Head:
    """Return the metadata of a page.

    Args:
        library: the library of the page's edition.
        document: the page.
        base: the site's address, ending in a slash.
        url: the page's address relative to ``base``.
        other: its counterpart's address relative to ``base``.
    """
    language = document.language
    edition = library.edition
    address = base + url
    description = document.description or library.title.say(language)
    is_report = document.kind == "report"
    citation: tuple[tuple[str, str], ...] = ()
    if is_report:
        citation = (
            ("citation_title", f"{edition.title.say(language)}: {document.title}"),
            ("citation_author", edition.body.say(language)),
            ("citation_publication_date", edition.date or str(edition.year)),
            ("citation_language", language.tag),
            ("citation_public_url", address),
        )
    counterpart = base + other if other is not None else None
    return Head(
        title=document.title,
        description=description,
        locale=language.locale,
        other_locale=language.other.locale if other is not None else "",
        image=f"{base}assets/share-{language}.png",
        citation=citation,
        structured=tuple(_structured(library, document, base, address, counterpart)),
    )


def _structured(
    library: Library, document: Document, base: str, address: str, counterpart: str | None
) -> list[Mapping[str, Any]]:
    language = document.language
    home = base + library.root(language)
    own: dict[str, Any] = {"@context": _CONTEXT, "inLanguage": language.tag, "url": address}
    if document.kind == "home":
        return [own | _home(library, language, base, home)]
    crumbs = [(library.short_title.say(language), home), (document.title, address)]
    if library.front is not None:
        front = library.front
        crumbs.insert(0, (front.short_title.say(language), base + front.root(language)))
    trail = {
        "@context": _CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": item}
            for place, (name, item) in enumerate(crumbs, 1)
        ],
    }
    if document.kind == "report":
        own |= {"@type": "Chapter", "name": document.title, "isPartOf": {"@id": f"{home}#report"}}
        if language.is_english:
            own["translationOfWork"] = {"@id": counterpart}
    elif document.kind == "numbers":
        own |= _dataset(library, base, language)
    elif document.kind == "glossary":
        own |= {"@type": "DefinedTermSet", "name": document.title}
    else:
        return [trail]
    return [own, trail]


@singledispatch
def _home(library: Library, language: Language, base: str, home: str) -> dict[str, Any]:
    """Return what a home page is about: a report."""
    edition = library.edition
    found: dict[str, Any] = {
        "@type": "Report",
        "@id": f"{home}#report",
        "name": edition.title.say(language),
        "author": {"@type": "GovernmentOrganization", "name": edition.body.say(language)},
        "datePublished": edition.date or str(edition.year),
        "hasPart": _parts(library, home),
    }
    if language.is_english:
        found["translationOfWork"] = {"@id": f"{base}{library.root(Language.ZH)}#report"}
    return found


@_home.register
def _(library: Front, language: Language, base: str, home: str) -> dict[str, Any]:
    """Return what the front is about: the reports of all editions."""
    del home
    reports = [f"{base}{home_of(one, language)}#report" for one in library.editions]
    return {
        "@type": "CollectionPage",
        "name": library.title.say(language),
        "hasPart": [{"@id": report} for report in reports],
    }


def _parts(library: Library, home: str) -> list[dict[str, str]]:
    """Return the report's pages as parts of the report."""
    paths = [page.path for page in library.zh if page.is_report]
    return [{"@type": "Chapter", "url": home + address_of(path)} for path in paths]


def _dataset(library: Library, base: str, language: Language) -> dict[str, Any]:
    kinds = {
        "csv": "text/csv",
        "json": "application/json",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
    edition = library.edition
    return {
        "@type": "Dataset",
        "name": library.title.say(language),
        "description": edition.licence.say(language),
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": kind,
                "contentUrl": f"{base}{library.root(Language.ZH)}data/figures.{ending}",
            }
            for ending, kind in kinds.items()
        ],
    }
