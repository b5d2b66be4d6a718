"""Is each number with the right thing: 8 gold medals at one games and 4 at the other?

The labels of figures in the same paragraph, and the glossary's terms in the same clause, show which
English words belong to a Chinese number. A finding needs two numbers that both fit better after an
exchange; unusual words alone are no evidence.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mingbai.figures import Found, Kind, is_counted, same_unit
from mingbai.figures.store import Proved
from mingbai.finding import Level
from mingbai.glossary import Term
from mingbai.messages import tell
from mingbai.translation.quality.figures import differences
from mingbai.translation.quality.model import BlockRule, Labelled, Remark, Subject
from mingbai.translation.quality.numbering import without_marks
from mingbai.translation.statements import InText, in_text, stems
from mingbai.translation.statements.phrase import phrase

_LEAST, _LEAST_OF_TERMS = 1, 3
"""How many more words have to fit the other way round."""
_PLACES = {Kind.RANK, Kind.ORDINAL, Kind.YEAR}


@dataclass(frozen=True, slots=True)
class _Thing:
    """A number of the Chinese, and the English words that belong to it."""

    found: Found
    words: frozenset[str]
    is_labelled: bool
    """Whether a figure states it; the glossary's terms near it are weaker evidence."""


def labelled(figures: Iterable[Proved]) -> Mapping[int, tuple[Labelled, ...]]:
    """Return, by paragraph, the English labels of figures for each number that they state."""
    known: dict[int, list[Labelled]] = {}
    for proof in figures:
        figure = proof.figure
        label = f"{figure.label.en} {figure.unit_label.en if figure.unit_label else ''}"
        values = [figure.value, figure.change.value if figure.change else None]
        stated = tuple(value for value in values if value is not None)
        one = Labelled(figure.quote, stated, label)
        known.setdefault(proof.paragraph, []).append(one)
    return {number: tuple(labels) for number, labels in known.items()}


def _exchanged(subject: Subject) -> Iterator[Remark]:
    if subject.is_heading:
        return
    chinese, english = without_marks(subject.chinese, subject.english)
    if len(ours := _numbers(chinese, "zh")) < 2 or len(theirs := _numbers(english, "en")) < 2:  # noqa: PLR2004
        return
    things = [_thing(one, chinese, subject) for one in ours]
    for one, other in itertools.combinations(theirs, 2):
        is_pair = one.found.value != other.found.value and _is_alike(one.found, other.found)
        if is_pair and _fits_exchanged(one, other, things):
            first, second = (phrase(english, number.found, "en") for number in (one, other))
            message = tell(
                "Two numbers are exchanged: “{first}” and “{second}”.", first=first, second=second
            )
            yield Remark(message, one.found.text)


def _numbers(text: str, language: str) -> list[InText]:
    return [one for one in in_text(text, language) if one.found.kind not in _PLACES]


def _thing(number: InText, chinese: str, subject: Subject) -> _Thing:
    """Return a number of the Chinese with the English words that belong to it."""
    found = number.found
    words: set[str] = set()
    for one in subject.labels:
        at = chinese.find(one.quote)
        is_in = at >= 0 and at <= found.start < at + len(one.quote)
        if (is_in or at < 0) and found.value in one.values:
            words |= stems(one.label)
    if words:
        return _Thing(found, frozenset(words), is_labelled=True)
    return _Thing(found, frozenset(_of_terms(number, subject.terms)), is_labelled=False)


def _of_terms(number: InText, terms: tuple[Term, ...]) -> set[str]:
    """Return the words of the glossary's English for the words next to a number."""
    return {
        word
        for term in terms
        if term.zh in number.left or term.zh in number.right
        for english in term.renderings
        for word in stems(english)
    }


def _is_alike(one: Found, other: Found) -> bool:
    """Return whether two numbers can be taken for one another: two counts, two sums of money."""
    counts = [unit is None or is_counted(unit) for unit in (one.unit, other.unit)]
    return all(counts) or one.unit == other.unit


def _fits_exchanged(one: InText, other: InText, things: list[_Thing]) -> bool:
    groups = [_of_value(number.found, things) for number in (one, other)]
    if not all(groups):
        return False
    now = [_fit(one, groups[0]), _fit(other, groups[1])]
    then = [_fit(one, groups[1]), _fit(other, groups[0])]
    is_labelled = all(thing.is_labelled for group in groups for thing in group)
    least = _LEAST if is_labelled else _LEAST_OF_TERMS
    return sum(then) - sum(now) >= least and all(b >= a for a, b in zip(now, then, strict=True))


def _of_value(found: Found, things: list[_Thing]) -> list[_Thing]:
    return [
        thing
        for thing in things
        if thing.found.value == found.value and same_unit(thing.found.unit, found.unit)
    ]


def _fit(number: InText, things: list[_Thing]) -> int:
    return max(len(number.words & thing.words) for thing in things)


FIGURE_ORDER = BlockRule(
    "figure-order",
    Level.ERROR,
    "Write each number with the thing that it counts in Chinese.",
    _exchanged,
)


def is_sound(subject: Subject) -> bool:
    """Return whether the numbers of a block agree with its Chinese.

    A text that follows the Chinese must not get findings because the report's English is wrong.
    """
    return not differences(subject) and not any(FIGURE_ORDER.find(subject))
