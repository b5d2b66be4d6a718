"""Each term has one English: on all pages, and in the labels of figures.

The glossary may accept several renderings of a term. Those that only differ in inflection, order
or one word of many count as one. Source: docs/reference/checks.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from mingbai.checks.model import Rule, Sheet, Tree
from mingbai.checks.texts.statements import Statement, body, front
from mingbai.content.ledger import State
from mingbai.content.library import Library
from mingbai.digest import words_digest
from mingbai.errors import Location
from mingbai.finding import Finding, Level
from mingbai.glossary import ChineseIndex, Term
from mingbai.glossary.english import compared_words
from mingbai.messages import tell

_ARTICLES = {"a", "an", "the"}
_LINKS = {"of", "to", "for", "in", "on", "at", "by", "with", "from", "between", "as", "and"}
_MINOR = frozenset(_ARTICLES | _LINKS | {"'s", ","})
"""They differ between variants of one rendering."""
_ENDINGS = ("ing", "ed", "er", "ion", "e")
_SHORTEST = 2
_STEM = 6
"""Letters that distinguish the words of one term's renderings: cooperation and collaboration."""


@dataclass(frozen=True, slots=True)
class _Text:
    """One text in both languages, and the location of its English."""

    zh: str
    en: str
    place: Location
    page: str
    """The page's path, or the name of the data file."""
    id: str = ""
    """Of a block of the report."""
    is_label: bool = False


@dataclass(slots=True)
class _Uses:
    """The texts that contain a term, with the renderings that each uses."""

    term: Term
    texts: list[tuple[_Text, tuple[str, ...]]] = field(default_factory=list)


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is None or not tree.library.terms:
        return
    index = ChineseIndex(tree.library.terms)
    uses: dict[str, _Uses] = {}
    for text in _texts(tree, tree.library):
        terms = {one.term.zh: one.term for one in index.find(text.zh) if one.term.enforce}
        words = _spaced(text.en) if terms else ""
        for term in terms.values():
            used = _used(term.renderings, words)
            if used:
                uses.setdefault(term.zh, _Uses(term)).texts.append((text, used))
            elif text.is_label:
                yield from _unlike_glossary(term, text, words)
    for use in uses.values():
        yield from _rarer(use, tree.library)


def _texts(tree: Tree, library: Library) -> Iterator[_Text]:
    """Yield the editors' texts, the blocks of the report, and the labels of figures."""
    english = {sheet.path: sheet for sheet in tree.sheets if sheet.language.is_english}
    for sheet in tree.sheets:
        if not sheet.language.is_english and sheet.path in english:
            yield from _own(sheet, english[sheet.path])
    for page in library.zh:
        other = library.en.get(page.path)
        theirs = {block.id: block.source for block in other.blocks} if other else {}
        for block in page.blocks:
            if other and block.id and block.id in theirs:
                en = theirs[block.id]
                place = Location(other.file, en.line)
                yield _Text(block.source.words, en.words, place, page.path, block.id)
    for proof in library.figures:
        label = proof.figure.label
        place = proof.location
        yield _Text(label.zh, label.en, place, place.path.name, is_label=True)


def _own(ours: Sheet, theirs: Sheet) -> Iterator[_Text]:
    for part in (front, body):
        zh, en = tuple(part(ours)), tuple(part(theirs))
        if _sorts(zh) == _sorts(en):  # else another rule reports the difference
            for one, other in zip(zh, en, strict=True):
                yield _Text(one.text, other.text, other.location, theirs.path)


def _sorts(statements: tuple[Statement, ...]) -> list[str]:
    return [one.sort for one in statements]


def _unlike_glossary(term: Term, label: _Text, words: str) -> Iterator[Finding]:
    """Yield a finding if a label contains no rendering of the term, not even in another order."""
    stems = _stems_of(tuple(words.split()))
    if any(_stems(rendering) <= stems for rendering in term.renderings):
        return
    message = tell(
        "The label has {zh}, its English “{en}” none of the glossary’s renderings.",
        zh=term.zh, en=label.en,
    )  # fmt: skip
    todo = tell("Write “{en}”, or add the wording to the term’s allowed ones.", en=term.en)
    yield Finding(label.place, RENDERINGS.id, message, todo, Level.WARNING)


def _rarer(use: _Uses, library: Library) -> Iterator[Finding]:
    """Yield a finding for each text that uses another rendering than most pages do."""
    if len({rendering for _, used in use.texts for rendering in used}) == 1:
        return
    groups = _groups(use.term.renderings)
    common = max(groups, key=lambda group: len(_pages(use, group)))
    first = next((text, used) for text, used in use.texts if set(used) & set(common))
    named = next(rendering for rendering in first[1] if rendering in common)
    for text, used in use.texts:
        if not set(used) & set(common) and not _is_reviewed(text, library):
            message = tell(
                "{zh} is “{rare}” here, but “{common}” elsewhere ({page}, line {line}).",
                zh=use.term.zh, rare=used[0], common=named,
                page=first[0].page, line=first[0].place.line,
            )  # fmt: skip
            todo = tell("Write the same in all places: “{common}”.", common=named)
            yield Finding(text.place, RENDERINGS.id, message, todo, Level.WARNING)


def _pages(use: _Uses, group: list[str]) -> set[str]:
    return {text.page for text, used in use.texts if set(used) & set(group)}


def _is_reviewed(text: _Text, library: Library) -> bool:
    """Return whether a second person has approved the English of a block as it is."""
    record = library.ledger.records.get(text.id)
    return (
        record is not None
        and record.state in {State.REVIEWED, State.LOCKED}
        and record.english == words_digest(text.en)
    )


def _groups(renderings: tuple[str, ...]) -> list[list[str]]:
    """Return the renderings in groups of variants, in the glossary's order.

    >>> _groups(("student places", "places for students", "school places"))
    [['student places', 'places for students'], ['school places']]
    """
    groups: list[list[str]] = []
    for rendering in renderings:
        for group in groups:
            if _are_variants(rendering, group[0]):
                group.append(rendering)
                break
        else:
            groups.append([rendering])
    return groups


def _are_variants(one: str, other: str) -> bool:
    """Return whether two renderings share most words, or one is short for the other.

    >>> _are_variants("integrated development of the Delta", "integration of the Delta")
    True
    >>> _are_variants("Hospital of TCM", "Hospital of Traditional Chinese Medicine")
    True
    >>> _are_variants("leading companies", "industry leaders")
    False
    """
    mine, theirs = _stems(one), _stems(other)
    shared = len(mine & theirs)
    is_part = mine <= theirs or theirs <= mine
    is_short = _abbreviates(one, other) or _abbreviates(other, one)
    return is_part or is_short or 2 * shared > len(mine | theirs)


def _abbreviates(short: str, long: str) -> bool:
    """Return whether a word in capitals stands for the first letters of the other's words."""
    initials = "".join(word[0] for word in compared_words(long) if word not in _MINOR)
    capitals = (word for word in short.replace("’", " ").split() if word.isupper())
    return any(len(word) > 1 and word.casefold() in initials for word in capitals)


def _used(renderings: tuple[str, ...], words: str) -> tuple[str, ...]:
    """Return the renderings in a text; the longest, where one is inside another."""
    found = [one for one in renderings if _form(one) in words]
    return tuple(one for one in found if not any(_is_inside(one, other) for other in found))


def _is_inside(one: str, other: str) -> bool:
    return _form(one) != _form(other) and _form(one) in _form(other)


def _spaced(text: str) -> str:
    """Return the compared words of a text, with a space around each."""
    return f" {' '.join(compared_words(text))} "


_form = cache(_spaced)


@cache
def _stems(rendering: str) -> frozenset[str]:
    return _stems_of(compared_words(rendering))


def _stems_of(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_stem(word) for word in words if word not in _MINOR)


def _stem(word: str) -> str:
    """Return what the forms of a word have in common; it need not be a word.

    >>> [_stem(word) for word in ("integration", "integrated", "cutting", "cut", "rise", "rising")]
    ['integr', 'integr', 'cut', 'cut', 'ris', 'ris']
    """
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            is_doubled = len(stem) > _SHORTEST and stem[-1] == stem[-2]
            return (stem[:-1] if is_doubled else stem)[:_STEM]
    return word[:_STEM]


RENDERINGS = Rule("renderings", _find)
