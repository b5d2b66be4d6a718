"""Whether a text is still the same: the two hashes that projects store of their texts."""

import hashlib
import unicodedata

_LENGTH = 16
"""Hexadecimal digits that are stored."""


def exact_digest(text: str) -> str:
    """Return the hash of a text in which every character counts: the manifest's.

    >>> exact_digest("丝绸 ") == exact_digest("丝绸")
    False
    """
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def words_digest(text: str) -> str:
    r"""Return the hash of a text's words: the ledger's, in data/translations.jsonl.

    White space counts as one blank and composed characters as one, so that wrapping a line or
    saving it on another system changes nothing.

    >>> words_digest("GDP  grew\nby 6.3%. ") == words_digest("GDP grew by 6.3%.")
    True
    """
    return exact_digest(" ".join(unicodedata.normalize("NFC", text).split()))
