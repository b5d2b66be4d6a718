"""The list of all editions, for macros."""

from dataclasses import dataclass

from mingbai.content.editions import ListedEdition, labels
from mingbai.content.library import Library
from mingbai.language import Language
from mingbai.locales import say
from mingbai.project import language_root


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One edition in the list, in one language."""

    label: str
    """The label that distinguishes it from the others: its year."""
    title: str
    place: str
    year: int
    url: str
    """The address of its home page, from the site's root."""
    in_chinese: bool
    """Whether this is a Chinese page in an English list."""
    is_latest: bool
    english: str
    """How much of its English is done; empty if nothing is missing."""


def edition_lines(library: Library, language: Language) -> tuple[EditionLine, ...]:
    """Return all editions of the site, the newest first."""
    names = labels(library.editions, language)
    return tuple(
        EditionLine(
            label=names[listed.name],
            title=listed.edition.title.say(language),
            place=listed.edition.place.say(language),
            year=listed.edition.year,
            url=home_of(listed, language),
            in_chinese=language.is_english and not listed.has_english_home,
            is_latest=place == 0 and len(library.editions) > 1,
            english=_english(listed, language),
        )
        for place, listed in enumerate(library.editions)
    )


def home_of(listed: ListedEdition, language: Language) -> str:
    """Return the address of an edition's home page; the Chinese one if it has no English."""
    return language_root(language if listed.has_english_home else Language.ZH, listed.name)


def _english(listed: ListedEdition, language: Language) -> str:
    if listed.english == listed.pages:
        return ""
    if not listed.english:
        return say(language, "No English yet")
    return say(language, "English: {done} of {all} pages", done=listed.english, all=listed.pages)
