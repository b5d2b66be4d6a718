"""What a glossary entry is, as ``data/glossary.yml`` holds it."""

import re
import unicodedata
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from mingbai.cache.memo import fingerprint
from mingbai.messages import tell

OURS = "ours"
"""What ``evidence`` says, or begins with, where a rendering is the editors' own."""
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


def _trimmed(text: str) -> str:
    """Return the text; white space at an end, or a line break, is a slip."""
    if text != " ".join(text.split()):
        raise ValueError(tell("white space at an end, doubled, or a line break"))
    return text


def _without_han(text: str) -> str:
    """Return the text; a Chinese character in an English field is a slip."""
    if found := _HAN.search(text):
        raise ValueError(
            tell("the Chinese character {group} in a field for Latin script", group=found.group())
        )
    return text


def _with_han_or_latin(text: str) -> str:
    """Return the term; one that is only marks would be found all over a report."""
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
    """A term of policy, trade or law that readers may not know."""
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
    """A set phrase or name of the report, with the English that stands for it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: Chinese
    """As the report writes it, quotation marks only where they tell it from common words."""
    en: English
    """The rendering for running English, in American spelling."""
    kind: TermKind
    pinyin: English
    """Syllables with tone marks, in lower case, a space between; the key of the A–Z by pinyin."""
    allowed: tuple[English, ...] = ()
    """Other renderings that checks accept."""
    forbidden: tuple[English, ...] = ()
    """Renderings that checks refuse."""
    explain: Explanation | None = None
    source: Phrase | None = None
    """The public title of the document that the explanation rests on."""
    evidence: Phrase
    """Where the rendering was seen; ``ours`` where no source was found."""
    enforce: bool = True
    """Whether a translation of a text with ``zh`` must hold ``en`` or an allowed rendering."""
    is_name: bool = False
    """Whether the numbers inside are part of a name, and no figures."""

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
        """Where the rendering was seen; of the editors' own, what was seen in its place, if any.

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
