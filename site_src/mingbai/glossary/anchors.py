"""The anchor of a term on the glossary page; it changes only if the term's pinyin changes."""

from collections.abc import Iterable

from mingbai.glossary.model import Term


def anchors(terms: Iterable[Term]) -> dict[str, str]:
    """Return a unique ASCII id for each term, by the term's Chinese.

    If two terms have the same pinyin, the later one in the file gets a number.

    >>> boat, ship = (
    ...     Term(zh=zh, en="x", kind="slogan", pinyin="hóng chuán", evidence="ours")
    ...     for zh in ("红船", "洪船")
    ... )
    >>> anchors((boat, ship))
    {'红船': 'term-hongchuan', '洪船': 'term-hongchuan-2'}
    """
    found: dict[str, str] = {}
    used: dict[str, int] = {}
    for term in terms:
        letters = term.sort_key.encode("ascii", "ignore").decode() or "term"
        used[letters] = used.get(letters, 0) + 1
        number = f"-{used[letters]}" if used[letters] > 1 else ""
        found[term.zh] = f"term-{letters}{number}"
    return found
