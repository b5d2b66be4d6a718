"""Where a term stands on the glossary page: an id that lasts as long as its pinyin."""

from collections.abc import Iterable

from mingbai.glossary.model import Term


def anchors(terms: Iterable[Term]) -> dict[str, str]:
    """Return the id of each term by its Chinese: ASCII, one of a kind.

    Of two terms that sound the same, the later one in the file gets a number.

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
