"""Extrapolate the results of a tool at sizes that would take too long."""

from collections.abc import Sequence
from dataclasses import replace
from math import prod

from results import Cost, Result


def forecast(points: Sequence[tuple[float, float]], pages: int) -> float:
    """Return a value extrapolated from its values at smaller sizes.

    It uses the parabola through the last three points, or the line through two, because navigation
    on every page grows with the square of the pages. It is at least proportional to the last.

    >>> forecast([(40, 10), (200, 50), (400, 100)], 4000)
    1000.0
    >>> forecast([(10, 100), (20, 400), (30, 900)], 100)
    10000.0
    """
    last = points[-3:]
    curve = sum(
        value * prod((pages - other) / (size - other) for other, _ in last if other != size)
        for size, value in last
    )
    size, value = last[-1]
    return max(curve, value * pages / size)


def extrapolate(known: Sequence[Result], pages: int) -> Result:
    """Return the extrapolated time and memory of a tool at a size."""

    def at(values: Sequence[float]) -> float:
        points = [(float(one.pages), value) for one, value in zip(known, values, strict=True)]
        return forecast(points, pages)

    cold, after = (
        Cost(at([c.cpu for c in costs]), at([c.wall for c in costs]), at([c.peak for c in costs]))
        for costs in ([one.cold for one in known], [one.edit for one in known])
    )
    size, files = at([one.size for one in known]), at([one.files for one in known])
    return replace(
        known[-1], pages=pages, cold=cold, edit=after, size=size, files=files, estimated=True
    )
