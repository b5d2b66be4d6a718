"""The list of all editions, as macros see it."""

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
    """What tells it from the others: its year."""
    title: str
    place: str
    year: int
    url: str
    """Of its home page, from the site's root."""
    in_chinese: bool
    """Whether that is a Chinese page on an English list."""
    is_latest: bool
    english: str
    """How far its English has come; empty where nothing is missing."""


def edition_lines(library: Library, language: Language) -> tuple[EditionLine, ...]:
    """Return all editions of the site, the newest first."""
    names = labels(library.editions, language)
    return tuple(
        EditionLine(
            label=names[one.name],
            title=one.edition.title.say(language),
            place=one.edition.place.say(language),
            year=one.edition.year,
            url=home_of(one, language),
            in_chinese=language.is_english and not one.has_english_home,
            is_latest=place == 0 and len(library.editions) > 1,
            english=_english(one, language),
        )
        for place, one in enumerate(library.editions)
    )


def home_of(one: ListedEdition, language: Language) -> str:
    """Return the address of an edition's home page; the Chinese one where it has no other."""
    return language_root(language if one.has_english_home else Language.ZH, one.name)


def _english(one: ListedEdition, language: Language) -> str:
    if one.english == one.pages:
        return ""
    if not one.english:
        return say(language, "No English yet")
    return say(language, "English: {done} of {all} pages", done=one.english, all=one.pages)
