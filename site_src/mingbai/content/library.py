"""Everything that editors wrote for one report: the input of site, checks and ledger.

The pages above the editions of a site are a `Front`: a library without a report of its own.
"""

from dataclasses import dataclass, field

from mingbai.address import GLOSSARY
from mingbai.content.edition import Bilingual, Correction, Edition
from mingbai.content.editions import ListedEdition, name_of_all
from mingbai.content.facts import SiteFacts
from mingbai.content.ledger import Ledger
from mingbai.content.page import Page
from mingbai.content.topics import Topic
from mingbai.content.waivers import PlacedWaiver
from mingbai.figures.entry import NamedNumber
from mingbai.figures.store import Proved
from mingbai.figures.targets import Target
from mingbai.glossary import Term
from mingbai.glossary.synonyms import Synonyms
from mingbai.language import Language
from mingbai.project import language_root
from mingbai.report.model import Source
from mingbai.report.pages.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Library:
    """A project's edition and its pages, the Chinese ones in reading order."""

    edition: Edition
    manifest: Manifest
    zh: tuple[Page, ...]
    en: dict[str, Page]
    """The English pages by path; pages without English are missing."""
    figures: tuple[Proved, ...] = ()
    """The figures of data/figures.yml, each proved by its quote; empty if the file is missing."""
    targets: tuple[Target, ...] = ()
    """The targets of data/targets.yml, each with the outcome that was reported later."""
    topics: tuple[Topic, ...] = ()
    """The topics of data/topics.yml, in its order."""
    terms: tuple[Term, ...] = ()
    """The glossary of data/glossary.yml."""
    synonyms: tuple[Synonyms, ...] = ()
    """The groups of data/synonyms.yml; the search treats the words of a group as equal."""
    facts: SiteFacts = field(default_factory=SiteFacts)
    """The facts of data/site.yml: who runs the site."""
    ledger: Ledger = field(default_factory=Ledger)
    """The ledger, data/translations.jsonl: from which Chinese each English block was translated."""
    names: tuple[NamedNumber, ...] = ()
    """The entries of data/names.yml: numbers in the report that are not figures."""
    waivers: tuple[PlacedWaiver, ...] = ()
    """The entries of data/waivers.yml: false positives that editors accepted."""
    source: Source | None = None
    """The report's text; None for the pages above the editions."""
    name: str = ""
    """Name of the edition's folders; empty for a project with one report and for the front."""
    editions: tuple[ListedEdition, ...] = ()
    """All editions of the site, the newest first; a project with one report has one."""
    front: "Library | None" = None
    """The front of the site that contains this edition; None if the site has one report."""

    @property
    def title(self) -> Bilingual:
        """The name of what the pages are about: the report's title."""
        return self.edition.title

    @property
    def short_title(self) -> Bilingual:
        """The same for headers and lists."""
        return self.edition.short_title

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The corrections of the text on the pages."""
        return self.edition.corrections

    @property
    def searched(self) -> str | None:
        """The name of the edition that the pages search; None if the site has one report."""
        return None if self.front is None else self.name

    def root(self, language: Language) -> str:
        """Return the folder of a language's pages, from the site's root: ``en/2024/``."""
        return language_root(language, self.name)

    def has_glossary(self, language: Language) -> bool:
        """Return whether a language has a glossary page; only then are terms marked in its text."""
        pages = {page.path for page in self.zh} if language is Language.ZH else self.en.keys()
        return GLOSSARY in pages


@dataclass(frozen=True, slots=True)
class Front(Library):
    """The pages above the editions: they list the editions and share their data.

    `edition` is the newest edition: the front states its facts, and its pages search it.
    """

    @property
    def title(self) -> Bilingual:
        """The name of the whole site, from data/site.yml or from the editions."""
        return self.facts.name or name_of_all(self.editions)

    @property
    def short_title(self) -> Bilingual:
        """The same name."""
        return self.title

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """None: no page of the front is part of a report."""
        return ()

    @property
    def searched(self) -> str:
        """The name of the newest edition."""
        return self.editions[0].name
