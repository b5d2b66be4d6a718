"""The targets of a report, with the result of the year before and the outcome reported later.

Reads ``data/targets.yml`` and ``data/outcomes.yml``. It gives values and differences, never a
judgement.
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from mingbai.datafile import checked
from mingbai.errors import DataInvalid, Location, MingbaiError, ProofMissing, raise_all
from mingbai.figures.entry import Label, Number
from mingbai.figures.store import Proved
from mingbai.figures.units import UnitType, units
from mingbai.messages import tell
from mingbai.yamlfile import YamlFile, load

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TargetEntry(_Data):
    """One entry of ``data/targets.yml``: the id of a figure, or a target in words."""

    target: Id | None = None
    result: Id | None = None
    """Id of the figure for the year before."""
    topic: str
    label: Label | None = None
    text: Label | None = None
    """The target in words, if it is not a number."""
    quote: str | None = None
    paragraph: Annotated[str | None, Field(pattern=r"^p[1-9]\d*$")] = None

    @model_validator(mode="after")
    def _is_figure_or_words(self) -> "TargetEntry":
        words = (self.label, self.text, self.quote, self.paragraph)
        if self.target is not None and any(words):
            raise ValueError(tell("a target with a figure takes label, text and quote from it"))
        if self.target is None and not all(words):
            raise ValueError(
                tell("a target without a figure needs label, text, quote and paragraph")
            )
        return self


class Amount(_Data):
    """A value with its unit."""

    value: Number
    unit: str


class Source(_Data):
    """The source of a figure."""

    title: Label
    url: Annotated[str, Field(pattern=r"^https?://")]
    date: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Outcome(Amount):
    """One entry of ``data/outcomes.yml``: an outcome that was reported later."""

    target: Id
    also: Amount | None = None
    """A second figure for the same thing, such as the amount in addition to the growth."""
    source: Source


@dataclass(frozen=True, slots=True)
class Target:
    """One target of the report, with its result and its outcome."""

    entry: TargetEntry
    location: Location
    figure: Proved | None
    """None for a target in words."""
    result: Proved | None
    """The figure for the year before, if the report has one."""
    outcome: Outcome | None
    """The outcome that was reported later; None if none is recorded."""


def read_targets(
    targets: Path, outcomes: Path, figures: tuple[Proved, ...], report: str
) -> tuple[Target, ...]:
    """Return the targets in the order of the file.

    Args:
        targets: ``data/targets.yml``.
        outcomes: ``data/outcomes.yml``; if it is missing, there are no outcomes.
        figures: the proved figures to which both files refer.
        report: the report's text, to check the quotes of targets in words.

    Raises:
        DataInvalid: an id is unknown or of the wrong kind, a target or an outcome occurs twice, an
            outcome has no target, a unit is unknown, or a quote is not in its paragraph.
    """
    file = load(targets)
    entries = checked(file, TypeAdapter(tuple[TargetEntry, ...]))
    proofs = {proof.figure.id: proof for proof in figures}
    errors: list[MingbaiError] = []
    later = _outcomes(outcomes, {entry.target for entry in entries}, errors)
    seen: set[str] = set()
    found: list[Target] = []
    for index, entry in enumerate(entries):
        errors += _id_errors(entry, index, file, proofs, seen)
        errors += _unproved(entry, index, file, report)
        name = entry.target or ""
        figure, result = proofs.get(name), proofs.get(entry.result or "")
        found.append(Target(entry, file.at(index), figure, result, later.get(name)))
    raise_all(tuple(errors))
    return tuple(found)


def _id_errors(
    entry: TargetEntry, index: int, file: YamlFile, proofs: dict[str, Proved], seen: set[str]
) -> list[MingbaiError]:
    """Return the errors in the ids of an entry, and add its target to ``seen``."""
    errors: list[MingbaiError] = []
    for key, id_, kind in (("target", entry.target, "target"), ("result", entry.result, "result")):
        if id_ is None:
            continue
        if id_ not in proofs:
            errors.append(_unknown(file.at(index, key), id_))
        elif proofs[id_].figure.kind != kind:
            message = tell(
                "The figure {figure!r} is a {kind}, not a {expected}.",
                figure=id_,
                kind=proofs[id_].figure.kind,
                expected=kind,
            )
            remedy = tell("Name another figure.")
            errors.append(DataInvalid(file.at(index, key), message, todo=remedy))
    if entry.target in seen:
        errors.append(_twice(file.at(index, "target"), entry.target or ""))
    if entry.target is not None:
        seen.add(entry.target)
    return errors


def _unproved(
    entry: TargetEntry, index: int, file: YamlFile, report: str
) -> tuple[MingbaiError, ...]:
    """Return the error for a target in words whose quote is not in its paragraph."""
    if entry.quote is None or entry.paragraph is None:
        return ()
    lines = [line for line in report.splitlines() if line.strip().strip("\u200b\ufeff")]
    number = int(entry.paragraph[1:])
    if number <= len(lines) and lines[number - 1].count(entry.quote) == 1:
        return ()
    message = tell(
        "The quote does not occur exactly once in {paragraph}.", paragraph=entry.paragraph
    )
    todo = tell("Copy the words from the source text, and give the number of their paragraph.")
    return (ProofMissing(file.at(index, "quote"), message, todo=todo),)


def _outcomes(
    path: Path, targets: set[str | None], errors: list[MingbaiError]
) -> dict[str, Outcome]:
    """Return the outcomes by target, and add their errors to ``errors``."""
    if not path.exists():
        return {}
    file = load(path)
    outcomes: dict[str, Outcome] = {}
    for index, outcome in enumerate(checked(file, TypeAdapter(tuple[Outcome, ...]))):
        if outcome.target not in targets:
            message = tell("There is no target {target!r} in targets.yml.", target=outcome.target)
            todo = tell("Name a target of targets.yml.")
            errors.append(DataInvalid(file.at(index, "target"), message, todo=todo))
        if outcome.target in outcomes:
            errors.append(_twice(file.at(index, "target"), outcome.target))
        if outcome.unit not in units():
            errors.append(_no_unit(file.at(index, "unit"), outcome.unit))
        if outcome.also is not None and outcome.also.unit not in units():
            errors.append(_no_unit(file.at(index, "also", "unit"), outcome.also.unit))
        outcomes[outcome.target] = outcome
    return outcomes


def _unknown(location: Location, id_: str) -> DataInvalid:
    message = tell("There is no figure {figure!r} in figures.yml.", figure=id_)
    return DataInvalid(location, message, todo=tell("Correct the id, or add the figure."))


def _twice(location: Location, id_: str) -> DataInvalid:
    message = tell("The target {target!r} occurs twice.", target=id_)
    return DataInvalid(location, message, todo=tell("Remove one of the two entries."))


def _no_unit(location: Location, unit: str) -> DataInvalid:
    message = tell("There is no unit {unit!r}.", unit=unit)
    return DataInvalid(location, message, todo=tell("Use a code of units.yml."))


def growth_of(proof: Proved) -> Amount | None:
    """Return the change in percent that a figure states, either as its value or in addition."""
    figure = proof.figure
    if figure.unit == "percent" and figure.direction is not None and figure.value is not None:
        return Amount.model_construct(value=_signed(figure.value, figure.direction), unit="percent")
    change = figure.change
    if change is not None and change.unit == "percent":
        return Amount.model_construct(value=_signed(change.value, change.direction), unit="percent")
    return None


def _signed(value: Decimal, direction: str) -> Decimal:
    """Return a change with its sign.

    >>> _signed(Decimal("15.6"), "down")
    Decimal('-15.6')
    """
    return -value if direction == "down" else value


def difference(target: Amount, reported: Amount) -> Amount | None:
    """Return the reported number minus the target; None if they are not comparable.

    The difference of two percentages is in percentage points.

    >>> low, high = (Amount(value=value, unit="percent") for value in ("5.6", "6"))
    >>> difference(high, low)
    Amount(value=Decimal('-0.4'), unit='percentage_points')
    >>> difference(high, Amount(value="63870000000", unit="CNY")) is None
    True
    """
    if target.unit != reported.unit or target.unit not in units():
        return None
    is_ratio = units()[target.unit].type is UnitType.RATIO
    if is_ratio and target.unit != "percent":
        return None
    unit = "percentage_points" if is_ratio else target.unit
    return Amount.model_construct(value=reported.value - target.value, unit=unit)


def before(target: Target) -> Amount | None:
    """Return the report's number for the year before that is comparable with the target.

    For a target of growth that is the growth, otherwise the value; None if the report does not
    give it.
    """
    if target.figure is None or target.result is None:
        return None
    aim, result = target.figure.figure, target.result.figure
    if aim.direction is not None:
        return growth_of(target.result)
    if result.value is None or result.direction is not None or result.unit != aim.unit:
        return None
    return Amount.model_construct(value=result.value, unit=aim.unit or "")


def aimed_at(target: Target) -> Amount | None:
    """Return the number of a target without its bound; None for a target in words."""
    figure = target.figure.figure if target.figure else None
    if figure is None or figure.value is None:
        return None
    return Amount.model_construct(value=figure.value, unit=figure.unit or "")
