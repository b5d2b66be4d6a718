"""The ledger is signed page by page, so that what was deleted or changed by hand is noticed."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from mingbai.checks import run
from mingbai.cli import main
from mingbai.content.ledger import State, read_ledger, store
from mingbai.content.ledger.store import change_ledger, ledger_path, unsigned
from mingbai.project import Project
from mingbai.report.pages.manifest import read_manifest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A copy of this project's content, as a project of its own."""
    for name in ("content", "data"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


def _wrong(project):
    return dict(unsigned(read_ledger(ledger_path(project)), read_manifest(project.zh)))


def test_our_own_ledger_is_signed(project):
    """Each page of the report with its records."""
    assert _wrong(project) == {}
    assert all(page.records for page in read_manifest(project.zh).pages)


def test_a_deleted_or_shortened_ledger_is_noticed(project):
    """Also by the command, which names the page; recording settles it."""
    path = ledger_path(project)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[1:]), encoding="utf-8")
    assert list(_wrong(project)) == ["opening.md"]
    path.unlink()
    assert len(_wrong(project)) == len(read_manifest(project.zh).pages)
    path.write_text("".join(lines[1:]), encoding="utf-8")
    found = [one for one in run(project) if one.rule == "ledger"]
    assert [one.location.path.name for one in found] == ["translations.jsonl"]
    assert CliRunner().invoke(main, ["status", "--record"]).exit_code in {0, 1}
    assert _wrong(project) == {}


def test_one_write_does_not_cover_up_for_another_page(project):
    """Only the pages whose records are written are signed anew."""
    path = ledger_path(project)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[1:]), encoding="utf-8")

    def lock(ledger):
        record = ledger.records["p9"].model_copy(update={"state": State.LOCKED})
        return ledger.with_records((record,))

    change_ledger(project, lock)
    assert list(_wrong(project)) == ["opening.md"]


def test_killed_between_ledger_and_manifest_the_next_write_signs(project, monkeypatch):
    """What was about to be signed had been noted."""

    def lock(id_):
        return lambda ledger: ledger.with_records(
            (ledger.records[id_].model_copy(update={"state": State.LOCKED}),)
        )

    with monkeypatch.context() as patched:

        def killed(*_):
            raise KeyboardInterrupt

        patched.setattr(store, "_sign", killed)
        with pytest.raises(KeyboardInterrupt):
            change_ledger(project, lock("p1"))
    assert list(_wrong(project)) == ["opening.md"]
    change_ledger(project, lock("p9"))
    assert _wrong(project) == {}


def test_the_merge_of_two_branches_is_settled_by_recording(project):
    """Lines of both branches stand in the ledger; the signatures are those of one."""
    path = ledger_path(project)
    before = path.read_text(encoding="utf-8")
    merged = before.replace('"state": "reviewed"', '"state": "locked"', 1)
    path.write_text(merged, encoding="utf-8")
    assert list(_wrong(project)) == ["opening.md"]
    assert CliRunner().invoke(main, ["status", "--record"]).exit_code in {0, 1}
    assert _wrong(project) == {}
    assert read_ledger(path).records["p1"].state is State.LOCKED


def test_changed_words_that_were_reviewed_are_an_error_until_recorded(project):
    """Nobody changes a reviewed sentence unnoticed."""
    path = project.en / "opening.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Fellow deputies", "Honorable deputies", 1), encoding="utf-8")
    assert [one.rule for one in run(project) if one.is_error] == ["reviewed-words"]
    assert CliRunner().invoke(main, ["status", "--record"]).exit_code in {0, 1}
    assert [str(one) for one in run(project) if one.is_error] == []


def test_a_project_without_a_ledger_is_no_error(project):
    """A new project has recorded nothing yet."""
    ledger_path(project).unlink()
    manifest = project.zh / ".report.json"
    pages = read_manifest(project.zh)
    bare = [page.model_copy(update={"records": None}) for page in pages.pages]
    text = pages.model_copy(update={"pages": tuple(bare)}).model_dump_json(exclude_none=True)
    manifest.write_text(text, encoding="utf-8")
    assert _wrong(project) == {}
