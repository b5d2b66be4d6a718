"""The model of a glossary entry in ``data/glossary.yml``."""

import re
import unicodedata
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from mingbai.cache.memo import fingerprint
from mingbai.messages import tell

OURS = "ours"
"""The value or beginning of ``evidence`` if the rendering is the editors' own."""
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


def _trimmed(text: str) -> str:
    """Return the text; refuse white space at an end, doubled white space and line breaks."""
    if text != " ".join(text.split()):
        raise ValueError(tell("white space at an end, doubled white space, or a line break"))
    return text


def _without_han(text: str) -> str:
    """Return the text; refuse Chinese characters in an English field."""
    if found := _HAN.search(text):
        raise ValueError(
            tell(
                "the Chinese character {character} in a field for Latin script",
                character=found.group(),
            )
        )
    return text


def _with_han_or_latin(text: str) -> str:
    """Return the term; refuse one of punctuation only, which would match everywhere."""
    if not any(character.isalnum() for character in text):
        raise ValueError(tell("a term without a letter or a digit"))
    return text


Phrase = Annotated[str, Field(min_length=1), AfterValidator(_trimmed)]
Chinese = Annotated[Phrase, AfterValidator(_with_han_or_latin)]
English = Annotated[Phrase, AfterValidator(_with_han_or_latin), AfterValidator(_without_han)]


class TermKind(StrEnum):
    """What sort of thing a term names; the glossary page groups by it."""

    PROGRAMME = "programme"
    """A strategy, plan, project or campaign with a name of its own."""
    SLOGAN = "slogan"
    """A set phrase that says what to think or do."""
    INSTITUTION = "institution"
    """A body of state, Party or people; a school, laboratory or hospital."""
    PLACE = "place"
    HONOUR = "honour"
    """An award, or a title of model, pilot or demonstration."""
    STATISTIC = "statistic"
    """A thing that statisticians count."""
    COMPANY = "company"
    CONCEPT = "concept"
    """A term of policy, trade or law that some readers do not know."""
    EVENT = "event"
    DOCUMENT = "document"
    PERSON = "person"
    FACILITY = "facility"
    """A road, railway, waterway, port or building."""


class Explanation(BaseModel):
    """One to three plain, neutral sentences on what a term means, in both languages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: Phrase
    en: English


class Term(BaseModel):
    """A set phrase or name of the report, with its English."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: Chinese
    """As in the report; with quotation marks only if they distinguish it from common words."""
    en: English
    """The rendering for running English, in American spelling."""
    kind: TermKind
    pinyin: English
    """Lower-case syllables with tone marks, separated by spaces; the A–Z by pinyin sorts by it."""
    allowed: tuple[English, ...] = ()
    """Other renderings that checks accept."""
    forbidden: tuple[English, ...] = ()
    """Renderings that checks refuse."""
    explain: Explanation | None = None
    source: Phrase | None = None
    """The public title of the document on which the explanation is based."""
    evidence: Phrase
    """Where the rendering was published; ``ours`` if no source was found."""
    enforce: bool = True
    """Whether the translation of a text with ``zh`` must contain ``en`` or an allowed rendering."""
    is_name: bool = False
    """Whether numbers in the term are part of a name, not figures."""

    @property
    def renderings(self) -> tuple[str, ...]:
        """The accepted English, the preferred one first.

        >>> Term(
        ...     zh="红船", en="Red Boat", kind="slogan", pinyin="hóng chuán", evidence="JX 2020"
        ... ).renderings
        ('Red Boat',)
        """
        return (self.en, *self.allowed)

    @property
    def is_ours(self) -> bool:
        """Whether the preferred rendering is the editors' own.

        >>> Term(
        ...     zh="信访", en="petitions", kind="concept", pinyin="xìn fǎng", evidence="ours; GWR"
        ... ).is_ours
        True
        """
        return self.evidence.partition(";")[0] == OURS

    @property
    def published(self) -> str:
        """Where the rendering was published; if it is the editors' own, where a different one was.

        >>> Term(
        ...     zh="信访", en="petitions", kind="concept", pinyin="xìn fǎng", evidence="ours; GWR"
        ... ).published
        'GWR'
        """
        return self.evidence.partition(";")[2].strip() if self.is_ours else self.evidence

    @property
    def sort_key(self) -> str:
        """The pinyin without tones and spaces, so that 八 (bā) and 百 (bǎi) sort as letters.

        >>> Term(zh="绿电", en="x", kind="concept", pinyin="lǜ diàn", evidence="ours").sort_key
        'ludian'
        """
        plain = unicodedata.normalize("NFD", self.pinyin.casefold())
        return "".join(letter for letter in plain if letter.isalnum())


def digest_of(terms: tuple[Term, ...]) -> str:
    """Return the hash of a glossary."""
    return fingerprint([repr(terms).encode("utf-8", "surrogatepass")])
