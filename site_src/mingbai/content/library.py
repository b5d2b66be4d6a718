"""Everything that editors wrote for one report: the input of site, checks and ledger."""

from dataclasses import dataclass, field

from mingbai.content.edition import Bilingual, Edition
from mingbai.content.editions import ListedEdition
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
    site_title: Bilingual | None = None
    """The name of the whole site, if it has editions."""

    @property
    def is_front(self) -> bool:
        """Whether these are the pages above the editions."""
        return self.site_title is not None and not self.name

    def root(self, language: Language) -> str:
        """Return the folder of a language's pages, from the site's root: ``en/2024/``."""
        return language_root(language, self.name)
