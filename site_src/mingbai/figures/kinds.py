"""The kind of a number, as far as its unit shows it."""

from mingbai.figures.model import Direction, Kind
from mingbai.figures.units import UnitType, units

_OF_TYPE = {
    UnitType.CURRENCY: Kind.AMOUNT,
    UnitType.PHYSICAL: Kind.AMOUNT,
    UnitType.TIME: Kind.DURATION,
    UnitType.AGE: Kind.AGE,
    UnitType.COUNTED: Kind.COUNT,
}


def kind_of(unit: str | None, direction: Direction | None = None) -> Kind:
    """Return the kind of a number with this unit.

    >>> kind_of("CNY").value, kind_of("percent").value, kind_of("percent", Direction.UP).value
    ('amount', 'share', 'change')
    >>> kind_of("percentage_points").value, kind_of(None).value, kind_of("1/3").value
    ('points', 'count', 'share')
    """
    if unit is None:
        return Kind.COUNT
    if unit == "percentage_points":
        return Kind.POINTS
    known = units().get(unit)
    if known is not None and known.type in _OF_TYPE:
        return _OF_TYPE[known.type]
    return Kind.CHANGE if direction else Kind.SHARE
