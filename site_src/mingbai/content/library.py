"""Everything editors wrote of one report, in both languages: what site, checks and ledger read."""

from dataclasses import dataclass, field

from mingbai.content.edition import Bilingual, Edition
from mingbai.content.editions import Listed
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
    names: tuple[NamedNumber, ...] = ()
    """Of data/names.yml: the numbers of the report that are no figures."""
    waivers: tuple[PlacedWaiver, ...] = ()
    """Of data/waivers.yml: faults that editors let stand."""
    source: Source | None = None
    """The report's own text; None above the editions."""
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
