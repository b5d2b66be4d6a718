"""The search index of one language: texts and, on a large site, posting lists.

On a small site the browser loads all texts and scans them for any substring. Above `SCAN_BYTES` the
texts are split into small pieces, and sharded posting lists tell which pieces a query needs. Blocks
are numbered through all pieces.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from mingbai.cache.memo import NO_MEMO, Memo
from mingbai.language import Language
from mingbai.site.search.documents import SearchBlock, SearchPage
from mingbai.site.search.fold import fold, grams, stems

SCAN_BYTES = 160_000
"""Up to this many bytes of JSON, about 45 KB compressed, a browser loads all texts."""
PIECE_BYTES = 5_000
SHARD_BYTES = 4_000
CAP = 400
"""Longer posting lists (over a fifth of all blocks) are cut to this length."""
_FNV_START, _FNV_PRIME, _WORD = 0x811C9DC5, 0x01000193, 0xFFFFFFFF
DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")[:90]
BASE = 45
"""Digits of one half end a number; digits of the other half continue it."""


@dataclass(frozen=True, slots=True)
class Index:
    """The index files of one language, and their description for the manifest."""

    counts: tuple[int, ...]
    """The number of blocks in each piece."""
    shards: int
    """The number of shards of posting lists; 0 if the browser scans the texts."""
    vocabulary: tuple[str, ...]
    """The first letters that have a list of stems; only for English posting lists."""
    files: dict[str, bytes]


def build(
    pages: tuple[SearchPage, ...],
    language: Language,
    limit: int = SCAN_BYTES,
    memo: Memo = NO_MEMO,
) -> Index:
    """Return the index of the pages of one language; up to `limit` bytes, it is one file."""
    rows = [_row(page) for page in pages]
    if sum(len(dump(row)) for row in rows) <= limit:
        blocks = sum(len(page.blocks) for page in pages)
        return Index((blocks,), 0, (), {"t0.json": dump(rows)})
    files: dict[str, bytes] = {}
    counts: list[int] = []
    for number, piece in enumerate(_pieces(pages)):
        files[f"t{number}.json"] = dump([_row(page) for page in piece])
        counts.append(sum(len(page.blocks) for page in piece))
    postings = _postings(pages, language, memo)
    lists = _lists(postings, sum(counts))
    size = sum(len(key.encode()) + len(found) + 6 for key, found in lists.items())
    shards = max(1, size // SHARD_BYTES)
    shelves: list[dict[str, str]] = [{} for _ in range(shards)]
    for key, found in lists.items():
        shelves[shard_of(key, shards)][key] = found
    files |= {f"g{number}.json": dump(shelf) for number, shelf in enumerate(shelves)}
    vocabulary = _vocabulary(postings) if language.is_english else {}
    files |= {f"v{letters}.json": dump(words) for letters, words in vocabulary.items()}
    return Index(tuple(counts), shards, tuple(vocabulary), files)


def dump(data: object) -> bytes:
    """Return compact JSON."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _row(page: SearchPage) -> list[object]:
    blocks = [[block.anchor, int(block.kind), block.text] for block in page.blocks]
    return [page.url, page.title, page.section, int(page.has_other), blocks]


def _pieces(pages: tuple[SearchPage, ...]) -> Iterator[list[SearchPage]]:
    """Yield pages in groups of about `PIECE_BYTES`; a page is not split."""
    piece: list[SearchPage] = []
    size = 0
    for page in pages:
        own = len(dump(_row(page)))
        if piece and size + own > PIECE_BYTES:
            yield piece
            piece, size = [], 0
        piece.append(page)
        size += own
    if piece:
        yield piece


def _postings(
    pages: tuple[SearchPage, ...], language: Language, memo: Memo
) -> dict[str, list[int]]:
    """Return the ascending numbers of the blocks that contain each gram or stem."""
    postings: dict[str, list[int]] = {}
    number = 0
    for page in pages:
        cached = memo.get_or_compute(
            "keys", (language, repr(page.blocks)), partial(_keys, page, language)
        )
        for keys in cached:
            for key in keys.split("\n") if keys else ():
                postings.setdefault(key, []).append(number)
            number += 1
    return dict(sorted(postings.items()))


def _keys(page: SearchPage, language: Language) -> list[str]:
    """Return the grams or stems of each block, one per line."""
    folded = [fold(block.text) for block in page.blocks]
    found: list[str] = []
    for at, block in enumerate(page.blocks):
        after = folded[at + 1][:1] if _runs_on(block, page.blocks[at + 1 :]) else ""
        keys = stems(folded[at]) if language.is_english else grams(folded[at] + after)
        found.append("\n".join(dict.fromkeys(keys)))
    return found


def _runs_on(block: SearchBlock, later: Iterable[SearchBlock]) -> bool:
    """Return whether the text runs on into the next block, so that a word may cross the border."""
    following = next(iter(later), None)
    return following is not None and max(block.kind, following.kind) <= 1


def _lists(postings: dict[str, list[int]], blocks: int) -> dict[str, str]:
    """Return the posting lists as text; a cut list begins with ``!`` and its full length."""
    lists: dict[str, str] = {}
    for key, numbers in postings.items():
        cut = len(numbers) > CAP and len(numbers) * 5 > blocks
        lists[key] = f"!{len(numbers)} " if cut else ""
        lists[key] += encode(numbers[:CAP] if cut else numbers)
    return lists


def _vocabulary(postings: dict[str, list[int]]) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for key in postings:
        if key[:2].isascii() and key[:2].isalpha() and len(key) > 2:  # noqa: PLR2004
            words.setdefault(key[0], []).append(key)
    return words


def encode(numbers: Iterable[int]) -> str:
    """Return ascending numbers as text: each gap in base 45, usually one character.

    >>> encode([0, 1, 2, 50]), encode([44, 90])
    ('#$$Q&', 'OQ$')
    """
    out: list[str] = []
    last = 0
    for number in numbers:
        gap = number - last
        last = number
        symbols = [DIGITS[gap % BASE]]
        while gap := gap // BASE:
            symbols.append(DIGITS[BASE + gap % BASE])
        out += reversed(symbols)
    return "".join(out)


def shard_of(key: str, shards: int) -> int:
    """Return the shard of a key: FNV-1a over its UTF-16 units, as in ``search-index.js``."""
    value = _FNV_START
    units = key.encode("utf-16-le")
    for at in range(0, len(units), 2):
        value = ((value ^ int.from_bytes(units[at : at + 2], "little")) * _FNV_PRIME) & _WORD
    return value % shards
