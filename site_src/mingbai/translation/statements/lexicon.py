"""Which English words are likely for which Chinese ones, and where a clause is in the English.

scripts/learn_lexicon.py learns lexicon.json from reviewed pages. It is no dictionary: it contains
pairs of neighbouring characters from one report, and ignores all others.
"""

import functools
import json
import re
from dataclasses import dataclass
from pathlib import Path

from mingbai.translation.statements.words import stem

LEXICON = Path(__file__).with_name("lexicon.json")
CLAUSE = re.compile("[，；。：！？]")
PART = re.compile(r"(?<=[.;,:])\s")
SENTENCE = re.compile(r"(?<=[.;])\s")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_SAYS_LITTLE = frozenset("的了和与及等为在到至将把被是有")
_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?")
_SMALL = frozenset(
    re.findall(
        r"\S+",
        "the a an of in on at to for by with from and or as is are was were be been it its we "
        "our that which this their they us all more most into through than has have had will "
        "so these those both such also not ",
    )
)
WIDE = 2
"""How many parts of the English, from mark to mark, one clause may be spread over."""
_BAND = 0.3
"""How far a clause may have moved, as a part of the block."""


def chinese_pairs(text: str) -> list[str]:
    """Return the pairs of neighbouring characters of a Chinese text.

    >>> chinese_pairs("增加了收入")
    ['增加', '收入']
    """
    return [
        run[at : at + 2]
        for run in _HAN.findall(text)
        for at in range(len(run) - 1)
        if not _SAYS_LITTLE & set(run[at : at + 2])
    ]


def english_stems(text: str) -> list[str]:
    """Return the stems of an English text, without its small words."""
    return [stem(word) for word in _WORD.findall(text.lower()) if word not in _SMALL]


@functools.cache
def lexicon() -> dict[str, frozenset[str]]:
    """Return the stems by pair of characters."""
    table = json.loads(LEXICON.read_text(encoding="utf-8"))
    return {pair: frozenset(stems.split()) for pair, stems in table.items()}


@dataclass(frozen=True, slots=True)
class Placed:
    """A clause of the Chinese, and where its English is most likely."""

    clause: str
    known: int
    """How many of its pairs the lexicon knows."""
    found: int
    """How many of them have a word in the likeliest place."""
    english: tuple[str, ...]
    """The likeliest places: sentences of the English, each with all that it touches."""


@functools.lru_cache(maxsize=8)
def placed(chinese: str, english: str) -> tuple[Placed, ...]:
    """Return each clause of a text with its likeliest places in the English."""
    parts = [part for part in PART.split(english) if part.strip()]
    stems = [set(english_stems(part)) for part in parts]
    windows = [
        (min(1.0, (at + WIDE / 2) / len(parts)), set().union(*stems[at : at + WIDE]), at)
        for at in range(max(1, len(parts) - WIDE + 1))
    ] if parts else []  # fmt: skip
    found, start = [], 0
    for clause in CLAUSE.split(chinese):
        middle = (start + len(clause) / 2) / max(1, len(chinese))
        start += len(clause) + 1
        wanted = [lexicon()[pair] for pair in set(chinese_pairs(clause)) if pair in lexicon()]
        near = [
            (sum(not words.isdisjoint(one) for one in wanted), at)
            for place, words, at in windows
            if abs(place - middle) <= _BAND or len(parts) <= 2 * WIDE
        ]
        best = max((count for count, _ in near), default=0)
        places = tuple(_sentences(parts, at) for count, at in near if count == best)
        found.append(Placed(clause, len(wanted), best, places))
    return tuple(found)


def _sentences(parts: list[str], at: int) -> str:
    """Return the whole sentences to which the parts of a window belong."""
    start, end = at, min(at + WIDE, len(parts))
    while start and parts[start - 1][-1] not in ".;":
        start -= 1
    while end < len(parts) and parts[end - 1][-1] not in ".;":
        end += 1
    return " ".join(parts[start:end])


def sentence_of(clause: str, english: str) -> str | None:
    """Return the English sentence that has most of a clause's words; None where that is unclear."""
    wanted = [lexicon()[pair] for pair in set(chinese_pairs(clause)) if pair in lexicon()]
    sentences = SENTENCE.split(english)
    counts = [
        sum(not words.isdisjoint(one) for one in wanted)
        for words in (set(english_stems(sentence)) for sentence in sentences)
    ]
    best = max(counts)
    return sentences[counts.index(best)] if wanted and best * 2 > len(wanted) else None


def is_supported(english: str, chinese: str) -> bool:
    """Return whether any word of an English phrase may translate one of the Chinese text.

    A phrase of which the lexicon knows no word counts as supported.
    """
    stems = set(english_stems(english)) & _known_stems()
    pairs = chinese_pairs(chinese)
    return not stems or any(not stems.isdisjoint(lexicon().get(pair, ())) for pair in pairs)


@functools.cache
def _known_stems() -> frozenset[str]:
    return frozenset().union(*lexicon().values())
