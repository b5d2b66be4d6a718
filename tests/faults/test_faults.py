"""Killed, on a full or a failing disk, without permission: old or new, and never anything lost.

`make test` tries some operations of each command; MINGBAI_FAULTS=all tries each with each fault
(`scripts/try_faults.py` prints the table).
"""

import os

import fakes
import pytest
from cases import CASES
from harness import FAULTS, ends_of, problems

TRIED = 6
"""Operations of each command that are tried with a fault each, spread over the run."""


@pytest.fixture(scope="module")
def engine():
    """The fake engine, with its address in the environment."""
    fake = fakes.Fake()
    kept = dict(os.environ)
    os.environ |= {
        "MINGBAI_LIBRE_URL": fake.url,
        "MINGBAI_LIBRE_KEY": fakes.KEY,
        "MINGBAI_BACKOFF": "0",
    }
    yield
    os.environ.clear()
    os.environ.update(kept)
    fake.stop()


def _tried(operations):
    """Return the operations to try, each with a fault."""
    if os.environ.get("MINGBAI_FAULTS") == "all":
        return [(at, fault) for at in range(1, operations + 1) for fault in FAULTS]
    step = max(1, operations // TRIED)
    return [(at, FAULTS[n % len(FAULTS)]) for n, at in enumerate(range(1, operations + 1, step))]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_fault_loses_nothing(case, tmp_path, engine):
    """Files are the old ones or the new ones; a second run finishes the work."""
    del engine
    ends = ends_of(case, tmp_path)
    found = {}
    for at, fault in _tried(ends.operations):
        if wrong := problems(case, tmp_path, fault, at, ends):
            found[f"{fault} at {at}"] = wrong
    assert found == {}
