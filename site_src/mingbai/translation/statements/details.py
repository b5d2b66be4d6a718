"""Compares the details of an entry in data/figures.yml with the report.

Cards show the year, whether it is a result or a target, the scope of a rank, and a label. Where the
report says nothing, nothing is guessed; an editor who knows better confirms the difference in the
entry (``confirmed: [period]``). Source: docs/reference/checks.md, "figure-details".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.figures.claims import claims
from mingbai.figures.comparison import Mismatch, compare
from mingbai.figures.entry import Figure
from mingbai.figures.model import Kind
from mingbai.figures.units import en_forms, is_counted, same_unit
from mingbai.language import Language
from mingbai.messages import tell
from mingbai.translation.statements import InText, in_text
from mingbai.translation.statements.context import finder
from mingbai.translation.statements.said import PER, SCOPE, TREND, rows
from mingbai.translation.statements.words import telling

_YEAR = re.compile(r"(?:19|20)\d\d")
_QUOTED = re.compile("“([^”]+)”")
_COUNTING = re.compile("[一二三四五六七八九十]+(?:个)?(?:方面|大)")
_SPAN_OF_SUCCESS = re.compile("(?:连续|近|连)$")
_OF_A_SIZE = re.compile("(?:以上|以下|以内|级)[^，。、；]")
_ANY_COUNTED = {"item", "place", "time", "project", "case", "zone"}


@dataclass(frozen=True, slots=True)
class Setting:
    """The place of an entry's quote in the report."""

    kind: str | None
    """Of the part of the report: ``result``, ``target``, or None."""
    year: str | None
    """That the part is about."""
    edition: int
    """The year of the report."""
    paragraph: str
    """The whole paragraph of the report."""
    english: str
    """The English of the block, empty where there is none."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that an entry says otherwise than the report."""

    field: str
    """period, kind, scope, label or unit_label: what ``confirmed`` has to name."""
    entry: str
    report: str


def details(figure: Figure, setting: Setting) -> tuple[Detail, ...]:
    """Return what an entry says otherwise than the report, but for what a person confirmed."""
    found: list[Detail] = []
    for one in (_period, _kind, _scope, _label, _unit_label):
        found += one(figure, setting)
    return tuple(one for one in found if one.field not in figure.confirmed)


def _period(figure: Figure, setting: Setting) -> Iterator[Detail]:
    said = set(_YEAR.findall(figure.period))
    if setting.year is None or not said:
        return
    known = {setting.year, *_YEAR.findall(figure.quote)}
    if not said <= known:
        yield Detail("period", figure.period, " or ".join(sorted(known)))


def _kind(figure: Figure, setting: Setting) -> Iterator[Detail]:
    if figure.kind == "standing":
        if not _may_stand(figure):
            yield Detail("kind", "standing", setting.kind or tell("result or target"))
    elif setting.kind is not None and figure.kind != setting.kind:
        yield Detail("kind", figure.kind, setting.kind)
    elif figure.unit == "age":
        yield Detail("kind", figure.kind, "standing")


def _may_stand(figure: Figure) -> bool:
    """Return whether a number may be a standing fact: an age, a length, a size, a count of areas.

    How much something grew, a place reached and what was counted or paid are results or targets.
    """
    if figure.direction or figure.change or figure.rank:
        return False
    if figure.unit == "age":
        return True
    for one in in_text(figure.quote, "zh"):
        found = one.found
        if found.value != figure.value:
            continue
        if found.kind is Kind.DURATION and not _SPAN_OF_SUCCESS.search(one.left):
            return True
        is_size = found.magnitude or _OF_A_SIZE.match(figure.quote, found.end)
        if is_size or _COUNTING.match(figure.quote, found.start):
            return True
    return False


def _scope(figure: Figure, setting: Setting) -> Iterator[Detail]:
    del setting
    if figure.rank is None:
        return
    zh, en = figure.rank.scope.zh, figure.rank.scope.en
    said = rows(SCOPE, zh, "zh")
    if zh not in figure.quote:
        yield Detail("scope", zh, _clause(figure))
    else:
        english = rows(SCOPE, en, "en")
        if said and (not said <= english or english - said - {"city", "county"}):
            yield Detail("scope", en, zh)
    places = [claim for claim in claims(figure) if claim.what.startswith("rank")]
    if any(not claim.spans for claim in places):
        yield Detail("scope", f"of: {figure.rank.of}", _clause(figure))


def _clause(figure: Figure) -> str:
    return figure.quote if len(figure.quote) < 40 else f"…{figure.quote[-40:]}"  # noqa: PLR2004


def _label(figure: Figure, setting: Setting) -> Iterator[Detail]:
    zh, en = figure.label.zh, figure.label.en
    for name in _QUOTED.findall(zh):
        if name not in setting.paragraph:
            yield Detail("label", f"“{name}”", _clause(figure))
    yield from _numbers(zh, figure)
    known = {one.value for one in finder("en")(setting.english)}
    known |= {one.value for one in finder("zh")(zh)}
    for difference in compare(zh, en, (finder("zh")(zh), finder("en")(en))):
        if difference.mismatch is not Mismatch.EXTRA:
            yield Detail("label", difference.en.text if difference.en else en, zh)
    for one in finder("en")(en):
        if setting.english and one.kind is not Kind.YEAR and one.value not in known:
            yield Detail("label", one.text, zh)
    yield from _words(figure, setting)


def _numbers(zh: str, figure: Figure) -> Iterator[Detail]:
    """Yield the numbers of the Chinese label that the quote has otherwise."""
    there = [one.found for one in in_text(figure.quote, "zh")]
    for one in in_text(zh, "zh"):
        said = one.found
        alike = [it for it in there if (it.value, it.bound) == (said.value, said.bound)]
        if not alike and said.kind is not Kind.RANK:
            yield Detail("label", zh, figure.quote)
            return


def _words(figure: Figure, setting: Setting) -> Iterator[Detail]:
    zh, en = figure.label.zh, figure.label.en
    per = rows(PER, zh, "zh")
    if per and not per <= rows(PER, figure.quote, "zh"):
        yield Detail("label", zh, figure.quote)
    english = rows(PER, en, "en")
    if per and english and per != english:
        yield Detail("label", en, zh)
    if figure.direction is not None:
        for label, language in ((zh, "zh"), (en, "en")):
            ways = rows(TREND, label, language)
            if len(ways) == 1 and figure.direction.value not in ways:
                yield Detail("label", label, f"direction: {figure.direction.value}")
    for label, text, language in ((zh, figure.quote, "zh"), (en, setting.english, "en")):
        other = _neighbour(figure, label, text, language)
        if other is not None:
            yield Detail("label", label, f"{other.left}{other.found.text}{other.right}".strip())


def _neighbour(figure: Figure, label: str, text: str, language: str) -> InText | None:
    """Return the number of another value to which the label clearly belongs, if there is one."""
    words = telling(label, language)
    numbers = in_text(text, language) if text else ()
    own = [
        one for one in numbers
        if one.found.value == figure.value and same_unit(one.found.unit, figure.unit)
    ]  # fmt: skip
    for other in numbers if own else ():
        if other.found.value == figure.value or other.found.unit != own[0].found.unit:
            continue
        ours = max(len(words & (one.words - other.words)) for one in own)
        theirs = min(len(words & (other.words - one.words)) for one in own)
        least = 1 if not Language(language).is_english else 2
        if theirs >= least and not ours and other.found.kind is own[0].found.kind:
            return other
    return None


def _unit_label(figure: Figure, setting: Setting) -> Iterator[Detail]:
    del setting
    if figure.unit_label is None or figure.unit is None:
        return
    form = en_forms().get(figure.unit_label.en.lower())
    code = form.unit.code if form else figure.unit
    if code != figure.unit and is_counted(code) and not {code, figure.unit} & _ANY_COUNTED:
        yield Detail("unit_label", figure.unit_label.en, f"unit: {figure.unit}")
    if figure.unit_label.zh not in figure.quote:
        yield Detail("unit_label", figure.unit_label.zh, figure.quote)
