"""Splits a block at the ends of sentences into segments short enough for an engine."""

import re

_SENTENCE = re.compile(r"[^。！？；]*(?:[。！？；]+[”’）⟧]*|$)")


def segments(text: str, limit: int) -> tuple[str, ...]:
    """Return segments of complete sentences, each at most ``limit`` characters long.

    A sentence that is longer is split at its commas, or else anywhere.

    >>> segments("一二三。四五。六。", 6)
    ('一二三。', '四五。六。')
    """
    pieces = [piece for piece in _SENTENCE.findall(text) if piece]
    pieces = [part for piece in pieces for part in _short(piece, limit)]
    found: list[str] = []
    for piece in pieces:
        if found and len(found[-1]) + len(piece) <= limit:
            found[-1] += piece
        else:
            found.append(piece)
    return tuple(found)


def _short(sentence: str, limit: int) -> list[str]:
    if len(sentence) <= limit:
        return [sentence]
    clauses = re.findall(r"[^，、]*[，、]?", sentence)
    return [
        clause[start : start + limit]
        for clause in clauses
        for start in range(0, len(clause), limit)
    ]
