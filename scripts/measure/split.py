"""Compare the time of `mingbai split` with that of starting Python and importing the package.

The result is a ratio of two times in one run, because machines differ. It should be below 2 for a
report of 20,000 characters.

Usage: python scripts/measure/split.py REPORT
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7
_IMPORTS = "import mingbai.cli, mingbai.report.pages.split, mingbai.report.store, mingbai.yamlfile"


def _seconds(*command: str) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def main(report: Path) -> None:
    """Time both alternately; print the medians and their ratio."""
    splits, imports = [], []
    for _ in range(RUNS):
        imports.append(_seconds(sys.executable, "-c", _IMPORTS))
        with tempfile.TemporaryDirectory() as folder:
            splits.append(
                _seconds(
                    sys.executable, "-m", "mingbai", "split", str(report), "--into", f"{folder}/p"
                )
            )
    split, imported = statistics.median(splits), statistics.median(imports)
    print(f"{report.name}: {len(report.read_text(encoding='utf-8')):,} characters")
    print(f"split {split:.3f} s, start and import {imported:.3f} s, ratio {split / imported:.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
