"""Two commands at once on one project: nothing reviewed is lost, no draft becomes a person's."""

import itertools
import os

import cases
import fakes
import pytest
from harness import together

from mingbai.content.ledger import State, read_ledger
from mingbai.content.ledger.store import unsigned
from mingbai.content.pairing import pairs
from mingbai.content.reading import read_library
from mingbai.content.state import translation_states
from mingbai.project import Project
from mingbai.report.pages.manifest import read_manifest

PERSONS = "Gross domestic product grew by 6.3%."
"""What the translator's file says: the only words of a person in the project."""
COMMANDS = {
    "translate": cases.mingbai("translate", "--engine", "libre", "--only", "stale"),
    "review": cases.mingbai("translate", "--reviewed", "--reviewer", "B", "part-1/index.md"),
    "record": cases.mingbai("status", "--record"),
    "import": cases.mingbai("exchange", "import", "back.po"),
    "fix": cases.mingbai("check", "--fix"),
    "still valid": cases.mingbai("translate", "--still-valid", "p6"),
}
PAIRS = [*itertools.combinations(COMMANDS, 2), *((name, name) for name in COMMANDS)][:20]


@pytest.fixture(scope="module")
def engine():
    """The fake engine, slow enough for the other command to come between."""
    fake = fakes.Fake()
    fake.delay = 0.1
    kept = dict(os.environ)
    os.environ |= {"MINGBAI_LIBRE_URL": fake.url, "MINGBAI_LIBRE_KEY": fakes.KEY}
    os.environ["MINGBAI_BACKOFF"] = "0"
    yield fake
    os.environ.clear()
    os.environ.update(kept)
    fake.stop()


@pytest.fixture(scope="module")
def begun(engine, tmp_path_factory):
    """A project with a review, a stale sentence, a translator's file and untidy pages."""
    assert engine is not None
    root = tmp_path_factory.mktemp("pairs") / "begun"
    root.mkdir()
    cases.returned(root)
    cases.make_stale(root)
    page = root / "content/en/part-2/index.md"
    page.write_bytes(page.read_bytes().replace(b"title:", b"title: ", 1) + b"\n")
    return root


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=[f"{a} and {b}" for a, b in PAIRS])
def test_two_at_once_lose_nothing(one, other, begun, tmp_path):
    """The ledger is readable and signed; p1 stays reviewed; only the person's words are edited."""
    root = tmp_path / "project"
    cases.copy(begun, root)
    codes = together(COMMANDS[one], COMMANDS[other], root)
    said = [(tmp_path / name).read_text(encoding="utf-8") for name in ("first.txt", "second.txt")]
    assert set(codes) <= {0, 1, 2}, said
    assert not any("Traceback" in text or "TRACEBACK" in text for text in said), said
    project = Project(root)
    ledger = read_ledger(root / "data/translations.jsonl")
    assert dict(unsigned(ledger, read_manifest(project.zh))) == {}
    assert ledger.records["p1"].state is State.REVIEWED
    library = read_library(project)
    for block in translation_states(pairs(library), library.ledger):
        if block.state is State.EDITED:
            assert block.pair.english == PERSONS
