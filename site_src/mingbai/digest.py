"""The two hashes by which a project detects that a text has changed."""

import hashlib
import unicodedata

_LENGTH = 16
"""Number of hexadecimal digits stored."""


def exact_digest(text: str) -> str:
    """Return the hash of a text, every character included; the manifest stores it.

    >>> exact_digest("丝绸 ") == exact_digest("丝绸")
    False
    """
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def words_digest(text: str) -> str:
    r"""Return the hash of a text's words; the ledger (data/translations.jsonl) stores it.

    White space is collapsed and Unicode is normalized (NFC) first, so that wrapping a line or
    saving the file on another system does not change the hash.

    >>> words_digest("GDP  grew\nby 6.3%. ") == words_digest("GDP grew by 6.3%.")
    True
    """
    return exact_digest(" ".join(unicodedata.normalize("NFC", text).split()))
