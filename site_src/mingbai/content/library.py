"""All pages of both languages, paired by path: what the site, the checks and the ledger read."""

from dataclasses import dataclass, field

from mingbai.address import HOME, leads_folder
from mingbai.content.edition import Bilingual, Edition, read_edition
from mingbai.content.editions import (
    NO_REPORT,
    Listed,
    front_edition,
    listed,
    misplaced,
    read_editions,
)
from mingbai.content.facts import SiteFacts, read_facts
from mingbai.content.ledger import Ledger, read_ledger
from mingbai.content.page import Page, read_page
from mingbai.content.safety import strays
from mingbai.content.topics import Topic, read_topics, unknown_topics
from mingbai.errors import (
    Location,
    MingbaiError,
    PageInvalid,
    ProjectInvalid,
    SeveralErrors,
    raise_all,
)
from mingbai.figures.store import Proved, read_figures
from mingbai.figures.targets import Target, read_targets
from mingbai.glossary import Term, read_glossary
from mingbai.glossary.synonyms import Synonyms, read_synonyms
from mingbai.language import LANGUAGES, Language
from mingbai.project import Project, language_root
from mingbai.report.pages.manifest import Manifest, read_manifest
from mingbai.report.pages.split import slug_of
from mingbai.report.plan import check_slug
from mingbai.report.read import read_source
from mingbai.report.store import read_pages


@dataclass(frozen=True, slots=True)
class Library:
    """A project's edition and its pages, the Chinese ones in reading order."""

    edition: Edition
    manifest: Manifest
    zh: tuple[Page, ...]
    en: dict[str, Page]
    """By path; a page without English is missing here."""
    figures: tuple[Proved, ...] = ()
    """The figures of data/figures.yml, each proved by its quote; empty where there is no file."""
    targets: tuple[Target, ...] = ()
    """The targets of data/targets.yml, each with what was later reported."""
    topics: tuple[Topic, ...] = ()
    """The topics of data/topics.yml, in its order."""
    terms: tuple[Term, ...] = ()
    """The glossary of data/glossary.yml."""
    synonyms: tuple[Synonyms, ...] = ()
    """The words of data/synonyms.yml, which the search takes for one another."""
    facts: SiteFacts = field(default_factory=SiteFacts)
    """Of data/site.yml: who runs the site."""
    ledger: Ledger = field(default_factory=Ledger)
    """Of data/translations.jsonl: for which Chinese each English block was made."""
    name: str = ""
    """Of the edition's folders; empty where the project has one report, and above the editions."""
    editions: tuple[Listed, ...] = ()
    """All editions of the site, the newest first; the one report where it has one."""
    site_title: Bilingual | None = None
    """What the whole site is called, where it has editions."""

    @property
    def is_front(self) -> bool:
        """Whether these are the pages above the editions."""
        return self.site_title is not None and not self.name

    def root(self, language: Language) -> str:
        """Return where the pages of a language begin, from the site's root: ``en/2024/``."""
        return language_root(language, self.name)


def read_library(project: Project, front: Library | None = None) -> Library:
    """Return everything editors wrote.

    Args:
        project: at an edition, or at what stands above the editions.
        front: for an edition: what stands above, if it has been read.

    Raises:
        MingbaiError: all that is wrong with any page, together.
    """
    edition, manifest, editions = _described(project, front)
    errors: list[MingbaiError] = []
    pages = _pages(project, manifest, errors)
    errors += _homeless(project) + _orphans(project, pages)
    errors += strays(project.root) if front is None else ()
    data: _Data = ((), (), ())
    terms: tuple[Term, ...] = ()
    synonyms: tuple[Synonyms, ...] = ()
    try:
        terms, synonyms = _words(project)
        data = _data(project, edition)
    except MingbaiError as error:
        errors.append(error)
    facts, ledger = SiteFacts(), Ledger()
    try:
        facts = read_facts(project.data_file("site.yml"))
        ledger = read_ledger(project.data / "translations.jsonl")
    except MingbaiError as error:
        errors.append(error)
    raise_all(tuple(errors))
    title = front.site_title if front else None
    if project.is_front:
        edition = front_edition(editions, facts.name)
        title = edition.title
    zh = sorted(pages["zh"].values(), key=lambda page: (page.front.order, page.path))
    return Library(
        edition,
        manifest,
        tuple(zh),
        pages["en"],
        *data,
        terms=terms,
        synonyms=synonyms,
        facts=facts,
        ledger=ledger,
        name=project.edition,
        editions=editions,
        site_title=title,
    )


def _described(
    project: Project, front: Library | None
) -> tuple[Edition, Manifest, tuple[Listed, ...]]:
    """Return what the report is, which pages are its own, and all editions."""
    if project.is_front:
        raise_all(misplaced(project))
        editions = read_editions(project)
        return front_edition(editions, None), NO_REPORT, editions
    edition = read_edition(project)
    manifest = read_manifest(project.zh)
    own = (listed(project, edition, manifest),)
    return edition, manifest, front.editions if front else own


def _words(project: Project) -> tuple[tuple[Term, ...], tuple[Synonyms, ...]]:
    """Return the glossary's terms, none where there is no file, and the synonyms."""
    synonyms = read_synonyms(project.data_file("synonyms.yml"))
    glossary = project.data_file("glossary.yml")
    return read_glossary(glossary) if glossary.exists() else (), synonyms


_Data = tuple[tuple[Proved, ...], tuple[Target, ...], tuple[Topic, ...]]


def _data(project: Project, edition: Edition) -> _Data:
    """Return the figures, the targets and the topics, each held against the others."""
    topics = read_topics(project.data_file("topics.yml"))
    path = project.data / "figures.yml"
    if not path.exists():
        return (), (), topics
    report = read_source(project.data / edition.source).text
    figures = read_figures(path, report)
    targets: tuple[Target, ...] = ()
    if (project.data / "targets.yml").exists():
        outcomes = project.data / "outcomes.yml"
        targets = read_targets(project.data / "targets.yml", outcomes, figures, report)
    used = [(proof.figure.topic, proof.location) for proof in figures]
    used += [(target.entry.topic, target.location) for target in targets]
    raise_all(unknown_topics(tuple(used), topics))
    return figures, targets, topics


def _check_slug(page: Page) -> None:
    slug = page.front.slug or ""
    location = Location(page.file)
    check_slug(slug, location, "in the front matter")
    named = slug_of(page.path)
    if slug != named and not leads_folder(page.path):
        raise PageInvalid(
            location,
            f"The slug is {slug!r}, the file's name says {named!r}.",
            todo="Name the file after the slug, or the slug after the file.",
        )


def _pages(
    project: Project, manifest: Manifest, errors: list[MingbaiError]
) -> dict[str, dict[str, Page]]:
    """Return the pages by language and path; what is wrong with one is added to the errors."""
    pages: dict[str, dict[str, Page]] = {}
    records = {record.path: record for record in manifest.pages}
    for language in LANGUAGES:
        folder = project.content(language)
        others = project.editions if not project.edition else ()
        texts = read_pages(folder, others) if folder.is_dir() else {}
        pages[language] = {}
        for path, text in texts.items():
            file = (folder / path).relative_to(project.root)
            try:
                page = read_page(text, language, path, file, records.get(path))
                if page.front.slug is not None:
                    _check_slug(page)
                pages[language][path] = page
            except SeveralErrors as several:
                errors += several.errors
            except MingbaiError as error:
                errors.append(error)
    return pages


def _homeless(project: Project) -> list[MingbaiError]:
    """Return an error where the site has no home page."""
    home = project.zh / HOME
    if home.exists():
        return []
    path = home.relative_to(project.root)
    todo = f"Write {path}; {{{{ contents() }}}} in it shows the report's map."
    if project.is_front:
        todo = f"Write {path}; {{{{ editions() }}}} in it lists all editions."
    return [ProjectInvalid(Location(home), "The site has no home page.", todo=todo)]


def _orphans(project: Project, pages: dict[str, dict[str, Page]]) -> list[MingbaiError]:
    """Return an error for each English page that has no Chinese one."""
    folder = project.zh.relative_to(project.root)
    return [
        PageInvalid(
            Location(page.file),
            "There is no Chinese page of this name.",
            todo=f"Rename it as its page in {folder}, or remove it.",
        )
        for path, page in pages["en"].items()
        if not (project.zh / path).exists()
    ]
