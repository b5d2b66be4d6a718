"""Plants several mistakes at once where none can hide, or change, what is said of another.

All checks of the clean project take a quarter of a second, and there are hundreds of mistakes. So
mistakes in different pages are planted together, and each is judged by what is said of its page.
Where anything is not as expected, the halves of the batch are planted, and so on down to single
mistakes: these the test judges alone, so that it says which mistake fails, and why.
"""

from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from planting import Mistake, planted

from mingbai import checks
from mingbai.project import Project

READING = frozenset({"schema", "encoding", "english-blocks", "file-names", "figure-proof"})
"""Rules about files that cannot be read; what compares such a file with others rests."""
COMPARING = ("claims", "figure", "promises", "renderings", "term")
"""How the names of rules begin that compare pages with what is in data/."""


def things(mistake: Mistake) -> frozenset[str]:
    """Return the pages (both languages are one) and the other files that a mistake is about.

    >>> sorted(things({"file": "content/en/For.md", "also": [{"file": "data/site.yml"}]}))
    ['data/site.yml', 'for.md']
    """
    changes = (mistake, *mistake.get("also", ()))
    files = (mistake.get("in", mistake["file"]), *(change["file"] for change in changes))
    return frozenset(_thing(file) for file in files)


def in_batches(mistakes: Iterable[Mistake]) -> list[list[Mistake]]:
    """Return the mistakes in as few batches as come of themselves, those of full pages first."""
    those = tuple(mistakes)
    crowd = Counter(thing for mistake in those for thing in things(mistake))
    batches: list[list[Mistake]] = []
    for mistake in sorted(those, key=lambda one: -max(crowd[thing] for thing in things(one))):
        room = [batch for batch in batches if not any(_clash(mistake, one) for one in batch)]
        if room:
            min(room, key=len).append(mistake)
        else:
            batches.append([mistake])
    return batches


def found_together(batch: list[Mistake], tree: Path) -> set[str]:
    """Return the names of those that are found at their places while nothing else is said.

    A mistake that was not planted with another is not among them.
    """
    if len(batch) < 2:
        return set()
    if _is_as_expected(batch, tree):
        return {mistake["name"] for mistake in batch}
    half = len(batch) // 2
    return found_together(batch[:half], tree) | found_together(batch[half:], tree)


def _is_as_expected(batch: list[Mistake], tree: Path) -> bool:
    with ExitStack() as stack:
        places = [stack.enter_context(planted(mistake, tree)) for mistake in batch]
        try:
            findings = checks.run(Project(tree))
        except Exception:  # noqa: BLE001 (the mistake that causes it will raise it alone)
            return False
    found = {(one.rule, one.location.path.as_posix(), one.location.line) for one in findings}
    are_found = {(place.rule, place.file, place.line) for place in places} <= found
    return are_found and all(_is_explained(rule, file, batch) for rule, file, _ in found)


def _is_explained(rule: str, file: str, batch: list[Mistake]) -> bool:
    """Return whether a finding may come from a mistake of its page; of no one's page, from any."""
    thing = _thing(file)
    own = [mistake for mistake in batch if thing in things(mistake)]
    return any(rule in (one["rule"], *one.get("too", ())) for one in own or batch)


def _clash(one: Mistake, other: Mistake) -> bool:
    """Return whether one of two mistakes may change what is said of the other."""
    if things(one) & things(other) or _is_unreadable(one) != _is_unreadable(other):
        return True
    return any(
        _is_in_data(data) and page["rule"].startswith(COMPARING)
        for data, page in ((one, other), (other, one))
    )


def _is_unreadable(mistake: Mistake) -> bool:
    return bool(READING & {mistake["rule"], *mistake.get("too", ())})


def _is_in_data(mistake: Mistake) -> bool:
    return not all(thing.endswith(".md") for thing in things(mistake))


def _thing(file: str) -> str:
    is_page = file.startswith("content/") and file.endswith(".md")
    return file.split("/", 2)[2].lower() if is_page else file
