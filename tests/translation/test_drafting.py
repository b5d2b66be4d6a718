"""Drafting: the good is saved at once, the bad never, and a person's words are left alone."""

import os
import pty
import re
import shutil
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner
from fakes import KEY, MODES

from mingbai.cli import main
from mingbai.content.ledger import State, read_ledger
from mingbai.content.pairing import pairs
from mingbai.content.reading import read_library
from mingbai.content.state import translation_states
from mingbai.project import Project

ENGINES = ("libre", "openai-compatible")


def _translate(*arguments):
    return CliRunner().invoke(main, ["translate", *arguments])


def _states(root):
    library = read_library(Project(root))
    return {
        found.pair.id: found.state for found in translation_states(pairs(library), library.ledger)
    }


def _english(root):
    return {pair.id: pair.english for pair in pairs(read_library(Project(root))) if pair.english}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_report_is_drafted_whole_and_recorded_as_the_machines(draft_project, fake, engine):
    """Every block has English, its markup kept, and state machine; a second run asks nothing."""
    said = _translate("--engine", engine)
    assert said.exit_code == 0, said.output
    assert set(_states(draft_project).values()) == {State.MACHINE}
    assert "GDP grew by 6.3%." in _english(draft_project).values()
    folder = draft_project / "content/en"
    pages = "".join(page.read_text("utf-8") for page in folder.rglob("*.md"))
    assert "**— Priorities first.** We created 146,000 jobs." in pages
    asked = len(fake.seen)
    assert _translate("--engine", engine).exit_code == 0
    assert len(fake.seen) == asked


def test_a_drafted_page_has_the_title_of_its_heading(draft_project, fake):
    """Without its number; a title that a person wrote stays."""
    assert _translate("--engine", "libre").exit_code == 0
    assert fake.seen
    titles = {
        page.path: page.front.title for page in read_library(Project(draft_project)).en.values()
    }
    assert titles["part-1/index.md"] == "Review"
    page = draft_project / "content/en/part-1/index.md"
    page.write_text(page.read_text("utf-8").replace("title: Review", "title: My own"), "utf-8")
    assert _translate("--engine", "libre", "--only", "stale").exit_code == 0
    assert "title: My own" in page.read_text("utf-8")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("mode", [mode for mode in MODES if mode != "slow"])
def test_a_failing_engine_leaves_nothing_bad(draft_project, fake, engine, mode):
    """The exit code says so, the ledger is valid, no bad text is saved, no key is printed."""
    fake.mode = mode
    said = _translate("--engine", engine)
    assert said.exit_code == (2 if mode in ("429", "500", "cut") else 1), said.output
    assert KEY not in said.output
    read_ledger(draft_project / "data/translations.jsonl")
    kept = set(_english(draft_project).values())
    assert kept <= {"Fellow deputies:", "I. Review", "II. Tasks"}
    fake.mode = "good"
    assert _translate("--engine", engine).exit_code == 0
    assert set(_states(draft_project).values()) == {State.MACHINE}


@pytest.mark.slow
def test_on_a_terminal_a_bar_shows_count_and_rate(draft_project, fake):
    """The same work under a terminal: a bar with how many, how fast, how long."""
    fake.mode = "slow"
    seen = []

    def read(terminal):
        seen.append(os.read(terminal, 4096))
        return seen[-1]

    status = pty.spawn([sys.executable, "-m", "mingbai", "translate", "--engine", "libre"], read)
    assert os.waitstatus_to_exitcode(status) == 0
    shown = b"".join(seen).decode()
    assert "6/6" in shown
    assert re.search(r"\d\.\d/s", shown)
    assert State.MACHINE in _states(draft_project).values()


@pytest.mark.slow
def test_a_slow_engine_is_waited_for(draft_project, fake):
    """Slow is not wrong."""
    fake.mode = "slow"
    assert _translate("--engine", "libre").exit_code == 0
    assert len(_english(draft_project)) == len(_states(draft_project))


def test_without_an_engine_nothing_is_guessed(draft_project):
    """The default asks nobody, and says that blocks are left."""
    said = _translate()
    assert said.exit_code == 1
    assert _english(draft_project) == {}


@pytest.mark.usefixtures("draft_project")
def test_a_dry_run_and_a_budget(fake):
    """--dry-run asks nobody; --budget stops before it is spent."""
    said = _translate("--engine", "libre", "--dry-run")
    assert said.exit_code == 0
    assert "6 blocks" in said.output
    assert fake.seen == []
    assert _translate("--engine", "libre", "--budget", "12").exit_code == 1
    assert 0 < len(fake.seen) < 6


def _edit(root, old, new):
    for page in (root / "content").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        if old in text:
            page.write_text(text.replace(old, new), encoding="utf-8")


def test_one_changed_character_is_one_stale_block_and_one_question(draft_project, fake):
    """The rest stays as it is; a typo can be acknowledged without asking anyone."""
    assert _translate("--engine", "libre").exit_code == 0
    _edit(draft_project, "新增学位3.1万个。", "新增学位3.1万个！")
    states = _states(draft_project)
    assert [id_ for id_, state in states.items() if state is State.STALE] == ["p6"]
    asked = len(fake.seen)
    fake.mode = "good"
    assert _translate("--engine", "libre", "--only", "stale").exit_code == 0
    assert len(fake.seen) == asked + 1
    assert _english(draft_project)["p6"] == "We added 31,000 school places!"
    _edit(draft_project, "新增学位3.1万个！", "新增学位3.1万个。")
    assert _translate("--still-valid", "p6").exit_code == 0
    assert _states(draft_project)["p6"] is State.MACHINE


def test_what_a_person_wrote_is_never_touched(draft_project, fake):
    """Of stale Chinese with a person's English, the draft goes beside it."""
    assert _translate("--engine", "libre").exit_code == 0
    _edit(draft_project, "We added 31,000 school places.", "The city added 31,000 school places.")
    assert CliRunner().invoke(main, ["status", "--record"]).exit_code == 0
    _edit(draft_project, "新增学位3.1万个。", "新增学位3.1万个！")
    _translate("--engine", "libre")
    assert _english(draft_project)["p6"] == "The city added 31,000 school places."
    suggestions = (draft_project / "data/suggestions.jsonl").read_text(encoding="utf-8")
    assert '"p6"' in suggestions
    assert fake.seen


ROUNDS = int(os.environ.get("MINGBAI_KILLS", "6"))
"""Each kills at another moment of the half second that a run takes."""


@pytest.mark.slow
def test_killed_at_any_moment_it_loses_at_most_the_block_in_flight(draft_project, fake):
    """After kill -9 the tree is valid; no answer that was saved is asked for again."""
    fake.delay = 0.05
    command = [sys.executable, "-m", "mingbai", "translate", "--engine", "libre"]
    memory = draft_project / "data/memory.jsonl"
    for round_ in range(ROUNDS):
        process = subprocess.Popen(
            command, cwd=draft_project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while not fake.seen:
            time.sleep(0.01)
        time.sleep(0.5 * round_ / ROUNDS)
        process.kill()
        process.wait()
        read_library(Project(draft_project))
        time.sleep(2 * fake.delay)
        saved = memory.read_text(encoding="utf-8").count("\n") if memory.exists() else 0
        before = len(fake.seen)
        assert _translate("--engine", "libre").exit_code == 0
        assert len(fake.seen) - before == len(_states(draft_project)) - saved
        assert set(_states(draft_project).values()) == {State.MACHINE}
        shutil.rmtree(draft_project / "content/en")
        for name in ("memory.jsonl", "translations.jsonl"):
            (draft_project / "data" / name).unlink()
        fake.seen.clear()


def test_windows_line_ends_of_a_page_stay(draft_project, fake):
    """An editor on Windows finds the page as it was, but for the block that was drafted."""
    assert _translate("--engine", "libre").exit_code == 0
    assert fake.seen
    _edit(draft_project, "新增学位3.1万个。", "新增学位3.1万个！")
    pages = [*(draft_project / "content/en").rglob("*.md")]
    for page in pages:
        page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    counts = [page.read_bytes().count(b"\r\n") for page in pages]
    assert _translate("--engine", "libre", "--only", "stale").exit_code == 0
    assert _english(draft_project)["p6"] == "We added 31,000 school places!"
    assert [page.read_bytes().count(b"\r\n") for page in pages] == counts
