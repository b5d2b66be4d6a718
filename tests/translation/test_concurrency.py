"""Two at once, and killed in between: nothing reviewed is lost, no draft becomes a person's."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from mingbai.cli import main
from mingbai.content.ledger import State, read_ledger
from mingbai.content.ledger.lock import Busy, changing, running
from mingbai.content.pairing import pairs
from mingbai.content.reading import read_library
from mingbai.content.state import translation_states
from mingbai.project import Project
from mingbai.translation import draft
from mingbai.translation.draft import Drafting
from mingbai.translation.engines import ENGINES


def _run(*arguments):
    return CliRunner().invoke(main, list(arguments))


def _states(root):
    library = read_library(Project(root))
    return {one.pair.id: one.state for one in translation_states(pairs(library), library.ledger)}


def _drafting(root):
    project = Project(root)
    return Drafting(project, read_library(project), ENGINES["libre"](), "2024-03-05")


def test_a_review_made_during_a_run_stays(draft_project, fake):
    """The run puts its own lines into the ledger as it is then."""
    assert fake is not None
    drafting = _drafting(draft_project)
    steps = drafting.run(drafting.wanted())
    first = next(steps)
    page = first.block.pair.page
    _run("translate", "--reviewed", "--reviewer", "A. Reader", page)
    reviewed = read_ledger(draft_project / "data/translations.jsonl").records
    assert reviewed[first.block.pair.id].state is State.REVIEWED
    assert [step.problem for step in steps if step.problem] == []
    states = _states(draft_project)
    assert states.pop(first.block.pair.id) is State.REVIEWED
    assert set(states.values()) == {State.MACHINE}


def test_what_a_person_wrote_during_a_run_stays(draft_project, fake):
    """The draft goes beside it, as a suggestion."""
    assert fake is not None
    drafting = _drafting(draft_project)
    wanted = drafting.wanted()
    by_page = {}
    for one in wanted:
        by_page.setdefault(one.pair.page, []).append(one)
    first, other = next(blocks for blocks in by_page.values() if len(blocks) > 1)[:2]
    next(drafting.run((first,)))
    path = draft_project / "content/en" / other.pair.page
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(other.pair.chinese, "My own words."), encoding="utf-8")
    list(drafting.run((other,)))
    assert "My own words." in path.read_text(encoding="utf-8")
    assert (draft_project / "data/suggestions.jsonl").exists()


@pytest.mark.parametrize("is_stale", [False, True], ids=["a first draft", "a second draft"])
@pytest.mark.parametrize("moment", ["before the page", "after the page"])
def test_a_draft_of_a_killed_run_never_becomes_a_persons(
    draft_project, fake, monkeypatch, moment, is_stale
):
    """Whatever is recorded afterwards; the next run finishes the block."""
    assert fake is not None
    if is_stale:
        assert _run("translate", "--engine", "libre").exit_code == 0
        for page in (draft_project / "content/zh").rglob("*.md"):
            text = page.read_text(encoding="utf-8")
            page.write_text(
                text.replace("新增学位3.1万个。", "新增学位3.1万个！"), encoding="utf-8"
            )
    drafting = _drafting(draft_project)
    wanted = drafting.wanted()
    write = draft.write_text

    def killed(path, text):
        if moment == "after the page":
            write(path, text)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(draft, "write_text", killed)
        with pytest.raises(KeyboardInterrupt):
            list(drafting.run(wanted))
    assert _run("status", "--record").exit_code in {0, 1}
    assert State.EDITED not in _states(draft_project).values()
    assert _run("translate", "--engine", "libre").exit_code == 0
    assert set(_states(draft_project).values()) == {State.MACHINE}


def test_a_second_run_is_refused_and_told_who_runs(draft_project, fake):
    """Two runs would ask and pay for the same blocks twice."""
    with running(Project(draft_project)):
        said = _run("translate", "--engine", "libre")
    assert said.exit_code == 2
    assert "Another command is changing" in said.output
    assert "process" in said.output
    assert not fake.seen


def test_a_lock_ends_with_its_process(draft_project):
    """A killed command locks nobody out."""
    code = (
        "import os, sys; from pathlib import Path\n"
        "from mingbai.content.ledger.lock import changing; from mingbai.project import Project\n"
        "with changing(Project(Path(sys.argv[1]))):\n    os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", code, draft_project], check=False)
    with changing(Project(draft_project)):
        pass


def test_one_writer_at_a_time(draft_project, monkeypatch):
    """A second one waits, then says who is writing."""
    monkeypatch.setattr("mingbai.content.ledger.lock._TIMEOUT", 0.1)
    with (
        changing(Project(draft_project)),
        pytest.raises(Busy, match="process"),
        changing(Project(draft_project)),
    ):
        pass
