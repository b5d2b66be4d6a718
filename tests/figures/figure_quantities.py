"""Quantities for the round trips: every unit, every bound, values of any number of digits."""

from decimal import Decimal

from hypothesis import strategies as st

from mingbai.figures import Bound, Kind, Quantity
from mingbai.figures.units import UnitType, units


def values(places: int = 4, most: int = 10**16) -> st.SearchStrategy[Decimal]:
    """Positive decimals of any scale, without zeros that say nothing."""
    return st.decimals(
        min_value=Decimal(1).scaleb(-places), max_value=most, places=places, allow_nan=False
    ).map(lambda value: Decimal(f"{value.normalize():f}"))


def counts() -> st.SearchStrategy[Decimal]:
    return st.integers(2, 10**13).map(Decimal)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """A value with any unit of the table that measures something."""
    rows = [unit for unit in units().values() if unit.code != "doubling"]
    unit = draw(st.sampled_from(rows))
    whole = {UnitType.COUNTED, UnitType.TIME, UnitType.AGE}
    value = draw(counts() if unit.type in whole else values())
    if unit.type in {UnitType.TIME, UnitType.AGE}:
        value = draw(st.integers(2, 999).map(Decimal))
    return Quantity(value, unit.code, draw(st.sampled_from(Bound)))


@st.composite
def ranges(draw: st.DrawFn) -> Quantity:
    """Two values of one unit."""
    code = draw(st.sampled_from(["CNY", "USD", "percent", "tonne", "mu", "hectare", "kilometre"]))
    low, high = sorted(draw(st.lists(values(2), min_size=2, max_size=2, unique=True)))
    return Quantity(low, code, upper=high)


@st.composite
def places(draw: st.DrawFn) -> Quantity:
    """A rank, exact or that place and better."""
    bound = draw(st.sampled_from([Bound.EXACT, Bound.AT_MOST]))
    return Quantity(Decimal(draw(st.integers(1, 300))), bound=bound, kind=Kind.RANK)
