"""Normalizes text for comparison; ``search-text.js`` does the same in the browser.

Only large sites have posting lists, which are made here; on a small site the browser folds the
text itself. ``tests/browser/test_search.py`` checks that both give the same results.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator

_SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("yse", "yze"), ("our", "or"), ("tre", "ter"))
_PLURALS = (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"))
_NO_PLURALS = ("ss", "us", "is")
_LONG_ENDINGS = ("al", "ment", "ness", "ion", "ive")
_SHORTEST = 4
_LONG_STEM = 5


_TOKEN = re.compile(
    r"(?P<used>[^\W_]+|(?<=\d)\.(?=\d)|%)|(?P<skipped>_|(?<=\d),(?=\d{3}|\d{1,2}\Z))|.",
    re.DOTALL,
)
"""Matches words, points inside numbers, and percent signs; then characters that are dropped
without separating words (underscore, thousands comma); then separators."""


def is_han(character: str) -> bool:
    """Return whether a character is Chinese."""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff"


def fold(text: str) -> str:
    """Return text in lower case without punctuation; spaces stay only between Latin words.

    >>> fold("用电、用气价格分别下降3.4%、11.8%")
    '用电用气价格分别下降3.4% 11.8%'
    >>> fold("More than 3,600 “little giants”（ＧＤＰ）, PM_2.5")
    'more than 3600 little giants gdp pm2.5'
    """
    out: list[str] = []
    waits = False
    for token in _TOKEN.finditer(unicodedata.normalize("NFKC", text).lower()):
        used = token["used"]
        if used is None or (used == "%" and not out):
            waits = bool(out) and (waits or token["skipped"] is None)
            continue
        if waits and used != "%" and not is_han(used[0]) and not is_han(out[-1][-1]):
            out.append(" ")
        waits = False
        out.append(used)
    return "".join(out)


def grams(folded: str) -> Iterator[str]:
    """Yield the characters and pairs of characters of a folded Chinese text.

    >>> list(grams("用电3"))
    ['用', '电', '用电', '电3']
    """
    yield from (character for character in folded if is_han(character))
    yield from (folded[at : at + 2] for at in range(len(folded) - 1))


def stems(folded: str) -> Iterator[str]:
    """Yield the stems of a folded English text.

    >>> list(stems("3600 companies helped"))
    ['3600', 'compani', 'help']
    """
    return (stem(word.rstrip("%")) for word in folded.split(" ") if word.rstrip("%"))


@functools.lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the stem that a word shares with its other forms; it need not be a word.

    >>> [stem(word) for word in ("industries", "industrial", "planned", "planning", "labour")]
    ['industri', 'industri', 'plan', 'plan', 'labor']
    >>> [stem(word) for word in ("education", "educating", "state", "station", "g60", "elderly")]
    ['educat', 'educat', 'stat', 'station', 'g60', 'elder']
    """
    if len(word) < _SHORTEST or not word.isascii() or not word.isalpha():
        return word
    if len(word) > _SHORTEST:
        for british, american in _SPELLINGS:
            if word.endswith(british):
                word = word.removesuffix(british) + american
                break
    word = _singular(word)
    for ending in ("ing", "ed"):
        cut = word.removesuffix(ending)
        if cut != word and len(cut) > 2 and re.search("[aeiouy]", cut):  # noqa: PLR2004
            word = cut[:-1] if cut[-1] == cut[-2] and cut[-1] not in "ls" else cut
            break
    if word.endswith("ly") and len(word) > _LONG_STEM:
        word = word[:-2]
    for ending in _LONG_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LONG_STEM:
            word = word.removesuffix(ending)
    word = word.removesuffix("e") if len(word) > _SHORTEST else word
    return word[:-1] + "i" if word.endswith("y") else word


def _singular(word: str) -> str:
    if word.endswith(_NO_PLURALS):
        return word
    for ending, singular in _PLURALS:
        if word.endswith(ending):
            return word.removesuffix(ending) + singular
    return word.removesuffix("s")
