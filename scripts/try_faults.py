"""Inject every fault at every file operation of every command that writes; print a table.

Run ``.venv/bin/python scripts/try_faults.py [COMMAND ...]``; it takes some minutes. See
tests/faults/harness.py. Failures are printed below the table; the exit code is then 1.
"""

import os
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
sys.path[:0] = [str(TESTS / "faults"), str(TESTS / "translation")]


def main(names: list[str]) -> int:
    """Print a row for each command: operations, faults injected, faults without damage."""
    import fakes  # noqa: PLC0415 (of the tests, found by the path above)
    from cases import CASES  # noqa: PLC0415
    from harness import FAULTS, ends_of, problems  # noqa: PLC0415

    fake = fakes.Fake()
    os.environ |= {"MINGBAI_LIBRE_URL": fake.url, "MINGBAI_LIBRE_KEY": fakes.KEY}
    os.environ["MINGBAI_BACKOFF"] = "0"
    wrong: list[str] = []
    sys.stderr.write("| command | operations | injected | harmless |\n|---|---|---|---|\n")
    for case in [case for case in CASES if not names or case.name in names]:
        with tempfile.TemporaryDirectory() as folder:
            ends = ends_of(case, Path(folder))
            found = {
                f"{case.name}: {fault} at {at}": problems(case, Path(folder), fault, at, ends)
                for at in range(1, ends.operations + 1)
                for fault in FAULTS
            }
        bad = {place: lines for place, lines in found.items() if lines}
        wrong += [f"{place}: {'; '.join(lines)}" for place, lines in bad.items()]
        row = (case.name, ends.operations, len(found), len(found) - len(bad))
        sys.stderr.write("| {} | {} | {} | {} |\n".format(*row))
    fake.stop()
    sys.stderr.write("\n".join(wrong) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
