"""Charts built as tables, with positions on an axis computed from Decimals, in percent.

A template draws them as small pictures in table cells; the cells contain the values as text too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from mingbai.figures.store import Proved
from mingbai.figures.targets import Target, aimed_at, before, growth_of
from mingbai.language import Language
from mingbai.locales import say
from mingbai.messages import tell
from mingbai.site.views.figures import FigureView
from mingbai.site.views.targets import TargetView

_EDGE = Decimal(6)
"""Margin at each end of a row of dots, in percent of the width."""
_ROOM = Decimal(20)
"""Margin at each end of a row of bars, for the number at a bar's end, in percent."""
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis that maps numbers to positions in percent of the width."""

    low: Decimal
    high: Decimal
    margin: Decimal

    def at(self, value: Decimal) -> Decimal:
        """Return the position of a number, in percent with two decimals.

        >>> Scale(Decimal(5), Decimal(8), Decimal(5)).at(Decimal("6.5"))
        Decimal('50.00')
        """
        span = (self.high - self.low) or Decimal(1)
        place = self.margin + (_WHOLE - 2 * self.margin) * (value - self.low) / span
        return place.quantize(Decimal("0.01"))


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick of the axis."""

    x: str
    """The position, such as ``52.50%``."""
    name: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target: three positions on one axis, each with its number in words."""

    view: TargetView
    target_x: str
    bound: str
    """exact, about, at_least, at_most, …; it selects the mark's shape."""
    result_x: str
    """Empty if the report states nothing comparable; the same holds for `outcome_x`."""
    outcome_x: str


@dataclass(frozen=True, slots=True)
class TargetChart:
    """Growth targets beside the growth of the year before and the growth reported later."""

    message: str
    rows: tuple[TargetRow, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class GrowthRow:
    """One change in percent as a bar from the zero line."""

    figure: FigureView
    said: str
    """The change with its sign: +64.6%."""
    is_up: bool
    x: str
    width: str
    end: str
    """The position of the bar's far end."""


@dataclass(frozen=True, slots=True)
class GrowthChart:
    """Changes in percent, from the largest rise to the largest fall."""

    message: str
    rows: tuple[GrowthRow, ...]
    zero: str


def target_chart(
    targets: tuple[Target, ...], views: tuple[TargetView, ...], language: Language, year: int
) -> TargetChart | None:
    """Return the chart of growth targets; None if there is nothing to compare them with.

    Args:
        targets: the targets.
        views: their views, in the same order.
        language: ``zh`` or ``en``.
        year: the year before the targets' year.
    """
    shown = [
        (target, view)
        for target, view in zip(targets, views, strict=True)
        if _is_growth(target) and (before(target) or _reported(target) is not None)
    ]
    if not shown:
        return None
    known: list[Decimal] = []
    for target, _ in shown:
        known += [value for value in _values(target) if value is not None]
    low = min(known).to_integral_value(ROUND_FLOOR)
    scale = Scale(low, max(known).to_integral_value(ROUND_CEILING), _EDGE)
    rows = tuple(_target_row(target, view, scale) for target, view in shown)
    compared = [
        (aim, was)
        for aim, was, _ in (_values(target) for target, _ in shown)
        if aim is not None and was is not None
    ]
    lower = sum(aim < was for aim, was in compared)
    message = tell("{lower} of {total} targets of growth name a number below the growth of {year}.")
    if lower == len(compared):
        message = tell("All {total} targets of growth name a number below the growth of {year}.")
    message = say(language, message, lower=lower, total=len(compared), year=year)
    return TargetChart(message, rows, tuple(_ticks(scale)))


def growth_chart(
    figures: Iterable[Proved], views: Mapping[str, FigureView], language: Language
) -> GrowthChart | None:
    """Return the chart of all results that state a change in percent; None if there are none."""
    rates = [
        (growth.value, proof)
        for proof in figures
        if proof.figure.kind == "result" and (growth := growth_of(proof)) is not None
    ]
    if not rates:
        return None
    rates.sort(key=lambda rate: -rate[0])
    low = min(Decimal(0), rates[-1][0])
    high = max(Decimal(0), rates[0][0])
    scale = Scale(low, high, _ROOM)
    rows = tuple(_growth_row(value, views[proof.figure.id], scale) for value, proof in rates)
    ups = sum(row.is_up for row in rows)
    message = say(
        language,
        "Of {total} changes stated in percent, {up} are rises and {down} are falls. "
        "At the top: {label}, {said}.",
        total=len(rows),
        up=ups,
        down=len(rows) - ups,
        label=rows[0].figure.label,
        said=rows[0].said,
    )
    return GrowthChart(message, rows, f"{scale.at(Decimal(0))}%")


def _is_growth(target: Target) -> bool:
    return (
        target.figure is not None
        and target.figure.figure.unit == "percent"
        and target.figure.figure.direction is not None
    )


def _reported(target: Target) -> Decimal | None:
    outcome = target.outcome
    return outcome.value if outcome is not None and outcome.unit == "percent" else None


def _values(target: Target) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Return the target, the value before, and the value reported later."""
    aim, was = aimed_at(target), before(target)
    return (aim.value if aim else None, was.value if was else None, _reported(target))


def _target_row(target: Target, view: TargetView, scale: Scale) -> TargetRow:
    bound = target.figure.figure.bound.value if target.figure else ""
    aim, was, later = ("" if value is None else f"{scale.at(value)}%" for value in _values(target))
    return TargetRow(view, aim, bound, was, later)


def _ticks(scale: Scale) -> Iterable[Tick]:
    value = scale.low
    while value <= scale.high:
        yield Tick(f"{scale.at(value)}%", f"{value:f}%")
        value += 1


def _growth_row(value: Decimal, view: FigureView, scale: Scale) -> GrowthRow:
    zero, end = scale.at(Decimal(0)), scale.at(value)
    sign = "−" if value < 0 else "+"
    said = f"{sign}{abs(value):f}%"
    start = min(zero, end)
    return GrowthRow(view, said, value >= 0, f"{start}%", f"{abs(end - zero)}%", f"{end}%")
