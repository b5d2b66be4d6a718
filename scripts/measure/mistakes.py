"""Print how many planted mistakes the checks find, by kind.

    python scripts/measure/mistakes.py [--each]

Each mistake in tests/checks/mistakes is planted alone into tests/checks/clean. The outcome is
"found" if the mistake's own rule reports its file and line, "other rule" if another rule does,
"elsewhere" if there are findings but none at that place, and "not at all" if there are none. --each
also prints a line for every mistake that is not found.
"""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from mingbai import checks
from mingbai.project import Project

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "checks"))
from planting import Mistake, copy_clean, mistakes, planted

OUTCOMES = ("found", "other rule", "elsewhere", "not at all", "stopped")
"""The last one means that the checks raised an exception instead of reporting."""


def _outcome(mistake: Mistake, tree: Path) -> str:
    """Plant the mistake, run all checks, and return one of the outcomes."""
    with planted(mistake, tree) as place:
        try:
            findings = checks.run(Project(tree))
        except Exception:  # noqa: BLE001 (any error here is a defect that the table shows)
            return "stopped"
    at_place = {
        one.rule
        for one in findings
        if (one.location.path.as_posix(), one.location.line) == (place.file, place.line)
    }
    if place.rule in at_place:
        return "found"
    if at_place:
        return "other rule"
    return "elsewhere" if findings else "not at all"


def _row(name: str, counts: Counter[str]) -> str:
    total = sum(counts.values())
    share = f"{100 * counts['found'] / total:.0f} %"
    return "".join([f"{name:<22}", *(f"{counts[one]:>12}" for one in OUTCOMES), f"{share:>9}"])


def main() -> None:
    """Print the table and the time of the slowest run."""
    print("".join([f"{'kind':<22}", *(f"{one:>12}" for one in OUTCOMES), f"{'share':>9}"]))
    every: Counter[str] = Counter()
    slowest = (0.0, "")
    with tempfile.TemporaryDirectory() as folder:
        tree = copy_clean(Path(folder) / "project")
        for kind, those in mistakes().items():
            counts: Counter[str] = Counter()
            for one in those:
                start = time.perf_counter()
                outcome = _outcome(one, tree)
                slowest = max(slowest, (time.perf_counter() - start, one["name"]))
                counts[outcome] += 1
                if outcome != "found" and "--each" in sys.argv:
                    print(f"  {outcome}: {one['name']}")
            print(_row(kind, counts), flush=True)
            every += counts
    print(_row("all", every))
    print(f"slowest: {slowest[0]:.2f} s, {slowest[1]}")


if __name__ == "__main__":
    main()
