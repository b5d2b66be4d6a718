"""Compares a claim with the paragraphs that it names: each number, then each clause."""

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mingbai.figures.model import Bound, Found, Kind
from mingbai.figures.units import is_counted, same_unit, units
from mingbai.language import Language
from mingbai.translation.statements.clauses import wrong_clauses
from mingbai.translation.statements.context import InText, in_text
from mingbai.translation.statements.phrase import phrase
from mingbai.translation.statements.said import GROUP, PER, SCOPE, TREND, rows


@dataclass(frozen=True, slots=True)
class Proof:
    """One paragraph that is to prove a claim."""

    id: str
    text: str
    kind: str | None = None
    """``result`` or ``target``, by the part of the report; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing in which a claim differs from its paragraphs."""

    what: str
    """value, thing, unit, bound, direction, scope, period or kind."""
    claimed: str
    """The words of the claim."""
    proof: str
    """The words of the paragraph; empty where it has none."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: InText
    proof: Proof


_LOOSE_UNITS = {None, "item", "place", "time", "project", "case", "product", "model"}
"""Measure words that count anything: 个, 项, 条."""
_DATES = {"month", "day"}
_FEW = 3
_ENOUGH = {"zh": 3, "en": 2}
"""How many words of another number's thing a claim has to have before that is evidence."""


def unsupported(
    claim: str, proofs: tuple[Proof, ...], language: str, aside: str = ""
) -> tuple[Wrong, ...]:
    """Return all in which a claim differs from its paragraphs; nothing where it follows them.

    Args:
        claim: the editors' words.
        proofs: the paragraphs it names, in its language.
        language: ``zh`` or ``en``.
        aside: the heading of the column, where the claim is a cell.

    >>> said = (Proof("p1", "标准提高到1135元"),)
    >>> [one.what for one in unsupported("低保标准提高到1153元", said, "zh")]
    ['value']
    """
    numbers = in_text(claim, language)
    known = [_Candidate(one, proof) for proof in proofs for one in in_text(proof.text, language)]
    said = _Claim(claim, language, aside, numbers)
    wrongs: list[Wrong] = []
    for number in numbers:
        wrongs += _wrong_number(number, said, known)
    if not wrongs:
        texts = tuple(proof.text for proof in proofs)
        wrongs += [Wrong(*one) for one in wrong_clauses(claim, texts, language)]
    return tuple(wrongs)


@dataclass(frozen=True, slots=True)
class _Claim:
    text: str
    language: str
    aside: str
    numbers: tuple[InText, ...]


def _wrong_number(number: InText, claim: _Claim, known: list[_Candidate]) -> list[Wrong]:
    """Return what is wrong with one number of a claim: nothing, or the first thing."""
    language = claim.language
    said = phrase(claim.text, number.found, language)
    same = [one for one in known if _is_value(number.found, one.number.found)]
    if not same:
        if is_plain_word(number.found) or _is_undated(number.found, known):
            return []
        likely = _likely(number, known)
        return [Wrong("value", said, _said(likely, language) if likely else "")]
    other = _elsewhere(number, claim.numbers, same, known, language)
    if other is not None:
        return [Wrong("thing", said, _said(other, language))]
    kinds = _kinds(number, claim.aside, language)
    fitting = [one for one in same if one.proof.kind in (None, *kinds)] if kinds else same
    if not fitting:
        return [Wrong("kind", said, _said(same[0], language))]
    found = [
        [Wrong(what, said, _said(one, language))
         for what, agrees in _TESTS if not agrees(number, one.number, language, claim.text)]
        for one in _meant(number, fitting)
    ]  # fmt: skip
    return min(found, key=len)[:1]


def _is_undated(one: Found, known: list[_Candidate]) -> bool:
    """Return whether it is a date, and the paragraphs name none: 2024年1月的报告."""
    return one.unit in _DATES and not any(it.number.found.unit in _DATES for it in known)


def is_plain_word(one: Found) -> bool:
    """Return whether it is a word of speech and no figure: two things, 两项, first of all."""
    if any(character.isdigit() for character in one.text):
        return False
    if one.kind is Kind.ORDINAL:
        return one.value == 1
    return one.kind is Kind.COUNT and one.value <= _FEW and one.unit in {None, "item"}


def _said(one: _Candidate, language: str) -> str:
    return phrase(one.proof.text, one.number.found, language)


def _is_value(claimed: Found, proof: Found) -> bool:
    return (
        (claimed.value, claimed.upper) == (proof.value, proof.upper)
        and (claimed.unit == proof.unit or same_unit(claimed.unit, proof.unit))
        and not _is_other_place(claimed, proof)
        and (claimed.unit == proof.unit or not {claimed.unit, proof.unit} & _DATES)
    )


def _is_other_place(claimed: Found, proof: Found) -> bool:
    """Return whether one is a place in an order and the other a count with a unit."""
    places = {Kind.RANK, Kind.ORDINAL}
    return (claimed.kind in places) != (proof.kind in places) and None not in {
        claimed.unit,
        proof.unit,
    }


def _overlap(one: InText, other: InText) -> int:
    return len(one.words & other.words)


def _likely(number: InText, known: list[_Candidate]) -> _Candidate | None:
    """Return the number of the paragraphs that the claim most likely means."""
    alike = [one for one in known if same_unit(number.found.unit, one.number.found.unit)]
    best = max(alike, key=lambda one: _overlap(number, one.number), default=None)
    return best if best is not None and _overlap(number, best.number) else None


def _meant(number: InText, same: list[_Candidate]) -> list[_Candidate]:
    """Return those of the numbers with the claimed value whose thing fits best."""
    best = max(_overlap(number, one.number) for one in same)
    return [one for one in same if _overlap(number, one.number) == best]


def _elsewhere(
    number: InText,
    siblings: tuple[InText, ...],
    same: list[_Candidate],
    known: list[_Candidate],
    language: str,
) -> _Candidate | None:
    """Return the number of another value to which the claimed thing belongs, if it clearly does.

    Clearly: the claim has words of that number's thing and none of its own one's; or the claim has
    that value too, and the two fit better the other way round.
    """
    for one in known:
        if _is_value(number.found, one.number.found) or not _is_alike(number, one.number):
            continue
        own = max(len(number.words & (it.number.words - one.number.words)) for it in same)
        other = min(len(number.words & (one.number.words - it.number.words)) for it in same)
        if other <= own:
            continue
        twin = next((it for it in siblings if _is_value(it.found, one.number.found)), None)
        if twin is None:
            if not own and other >= _ENOUGH[language]:
                return one
        elif _fits_better(twin, same, one):
            return one
    return None


def _fits_better(twin: InText, same: list[_Candidate], own: _Candidate) -> bool:
    """Return whether the other number of the claim fits the first one's place no worse."""
    there = max(len(twin.words & (it.number.words - own.number.words)) for it in same)
    here = min(len(twin.words & (own.number.words - it.number.words)) for it in same)
    return there >= here


def _is_alike(one: InText, other: InText) -> bool:
    """Return whether two numbers could be taken for one another: both percent, both counts."""
    a, b = one.found, other.found
    places = {Kind.RANK, Kind.ORDINAL}
    if a.kind in places or b.kind in places:
        return a.kind in places and b.kind in places and a.unit == b.unit
    return a.unit == b.unit or (is_counted(a.unit) and is_counted(b.unit))


@functools.cache
def _targets(language: str) -> tuple[str, str]:
    words = {"zh": ("目标", "结果"), "en": ("target", "result")}
    return words[language]


def _kinds(number: InText, aside: str, language: str) -> tuple[str, ...]:
    """Return whether the words next to the number call it a target or a result, if they do."""
    target, result = _targets(language)
    text = f"{aside} {number.clause}".lower()
    said = [kind for word, kind in ((target, "target"), (result, "result")) if word in text]
    return tuple(said) if len(said) == 1 else ()


def _same_bound(claimed: InText, proof: InText, language: str, claim: str) -> bool:
    del language, claim
    a, b = claimed.found, proof.found
    if a.bound is b.bound or a.magnitude or b.magnitude or a.kind is Kind.RANK:
        return a.kind is not Kind.RANK or a.bound is b.bound or Bound.EXACT in {a.bound, b.bound}
    return False


def _same_way(claimed: InText, proof: InText, language: str, claim: str) -> bool:
    del claim
    a, b = claimed.found.direction, proof.found.direction
    if a is not None and b is not None:
        return a is b
    ways = [rows(TREND, one.left[-40:], language) for one in (claimed, proof)]
    return not (len(ways[0]) == len(ways[1]) == 1 and ways[0] != ways[1])


def _same_counted(claimed: InText, proof: InText, language: str, claim: str) -> bool:
    """Return whether both count the same: households and pupils differ, firms and companies not."""
    del claim
    a, b = claimed.found.unit, proof.found.unit
    if a == b or {a, b} & _LOOSE_UNITS or not (is_counted(a) and is_counted(b)):
        return True
    if not Language(language).is_english:
        return False
    names = {*units()[a or ""].also, units()[a or ""].en.other, units()[a or ""].en.one}
    return any(name in proof.right or name in proof.left for name in names)


def _same_scope(claimed: InText, proof: InText, language: str, claim: str) -> bool:
    """Return whether a place is claimed among those among whom the paragraph has it."""
    del claim
    if claimed.found.kind is not Kind.RANK:
        return True
    theirs = rows(SCOPE, proof.sentence, language)
    ours = rows(SCOPE, claimed.clause, language) - {"city"}
    near = rows(SCOPE, proof.clause, language) or theirs
    return not ours - theirs and (not near or not ours or bool(ours & near))


def _same_period(claimed: InText, proof: InText, language: str, claim: str) -> bool:
    del claim
    ours = rows(PER, f"{claimed.left[-16:]}{claimed.right[:24]}", language)
    theirs = rows(PER, f"{proof.left[-16:]}{proof.right[:24]}", language)
    return not ours or not theirs or bool(ours & theirs)


def _same_group(claimed: InText, proof: InText, language: str, claim: str) -> bool:
    """Return whether the claim is of the same part of a whole: urban jobs are not all jobs."""
    theirs = rows(GROUP, proof.clause, language)
    if len(theirs) > 1:
        theirs &= rows(GROUP, f"{proof.left} {proof.right}", language)
    ours = rows(GROUP, claim, language)
    return not (theirs and claimed.words & proof.words and not theirs & ours)


_Test = Callable[[InText, InText, str, str], bool]
_TESTS: tuple[tuple[str, _Test], ...] = (
    ("direction", _same_way),
    ("bound", _same_bound),
    ("unit", _same_counted),
    ("scope", _same_scope),
    ("period", _same_period),
    ("group", _same_group),
)


def unproved(text: str, language: str) -> Iterator[Found]:
    """Yield the numbers of a text that need a paragraph: all written in digits but dates and names.

    >>> [one.text for one in unproved("2023年新增学校45所，分七个方面", "zh")]
    ['45所']
    """
    for one in in_text(text, language):
        is_date = one.found.unit in {"month", "day", "year"} and one.found.kind is Kind.ORDINAL
        if not is_date and any(character.isdigit() for character in one.found.text):
            yield one.found
