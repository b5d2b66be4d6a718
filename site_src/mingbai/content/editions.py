"""The list of a project's editions: what each is, and how much of it has English."""

from dataclasses import dataclass

from mingbai.address import HOME
from mingbai.content.edition import Bilingual, Edition, read_edition
from mingbai.language import LANGUAGES, Language
from mingbai.locales import say
from mingbai.messages import tell
from mingbai.project import Project
from mingbai.report.pages.manifest import Manifest, read_manifest

NO_REPORT = Manifest(encoding="utf-8", bom=False, after="", pages=())
"""The manifest of the pages above the editions, none of which is part of a report."""


@dataclass(frozen=True, slots=True)
class ListedEdition:
    """One edition in the list of all editions."""

    name: str
    """Name of its folders; empty if the project has one report."""
    edition: Edition
    pages: int
    """Number of the report's pages."""
    english: int
    """Number of those pages that have English."""
    has_english_home: bool


def read_editions(project: Project) -> tuple[ListedEdition, ...]:
    """Return the editions of a project, the newest first.

    Raises:
        MingbaiError: an edition cannot be read.
    """
    every = (Project(project.root, name) for name in project.editions)
    found = [listed(one, read_edition(one), read_manifest(one.zh)) for one in every]
    return tuple(sorted(found, key=_age, reverse=True))


def listed(project: Project, edition: Edition, manifest: Manifest) -> ListedEdition:
    """Return an edition as an entry of the list."""
    pages = [page.path for page in manifest.pages]
    return ListedEdition(
        project.edition,
        edition,
        len(pages),
        sum((project.en / path).exists() for path in pages),
        (project.en / HOME).exists(),
    )


def _age(one: ListedEdition) -> tuple[int, str, str]:
    return one.edition.year, one.edition.date or "", one.name


def labels(editions: tuple[ListedEdition, ...], language: Language) -> dict[str, str]:
    """Return each edition's label by its name: the year, with the place if years repeat."""
    years = [one.edition.year for one in editions]
    is_enough = len(set(years)) == len(years)
    return {
        one.name: str(one.edition.year)
        if is_enough
        else f"{one.edition.place.say(language)} {one.edition.year}"
        for one in editions
    }


def name_of_all(editions: tuple[ListedEdition, ...]) -> Bilingual:
    """Return a name for a site of editions: their place's reports, or only reports."""
    places = {one.edition.place.zh for one in editions}
    message = tell("Government work reports of {place}")
    place = editions[0].edition.place
    said = {
        language: say(language, message, place=place.say(language))
        if len(places) == 1
        else say(language, "Government work reports")
        for language in LANGUAGES
    }
    return Bilingual(**said)
