"""What all commands have in common: their exit codes, and output in any encoding."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from mingbai.cli import main
from mingbai.cli.exits import MEANINGS, Exit

ROOT = Path(__file__).parents[2]
CLEAN = ROOT / "tests" / "checks" / "clean"


@pytest.fixture
def project(tmp_path):
    """A small project without mistakes."""
    shutil.copytree(CLEAN, tmp_path / "project")
    shutil.copytree(ROOT / "overrides/macros", tmp_path / "project/overrides/macros")
    return tmp_path / "project"


def _run(project, *arguments, encoding):
    return subprocess.run(
        [Path(sys.executable).with_name("mingbai"), *arguments],
        cwd=project,
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["cp1252", "gbk", "utf-8"])
def test_output_is_written_in_any_encoding(project, encoding):
    """What the encoding lacks is escaped; the command says the same and ends the same."""
    page = project / "content/zh/opening.md"
    page.write_text(page.read_text("utf-8").replace("title: ", "titel: é ☃ "), "utf-8")
    said = _run(project, "check", encoding=encoding)
    assert said.returncode == Exit.FINDINGS, said.stderr
    assert b"content/zh/opening.md:" in said.stdout
    assert b"Traceback" not in said.stderr
    outline = _run(project, "outline", "data/source/2024.txt", encoding=encoding)
    assert outline.returncode == Exit.CLEAN, outline.stderr
    shown = outline.stdout.decode(encoding)
    assert "年工作回顾" in shown or "\\u5e74\\u5de5\\u4f5c\\u56de\\u987e" in shown


@pytest.mark.parametrize("encoding", ["cp1252", "gbk"])
def test_json_stays_json_in_any_encoding(project, encoding):
    """Escapes are those of JSON: the data is the same."""
    (project / "r.txt").write_text("各位代表：\n\n一、ñ😀的工作\n\n甲乙丙丁。\n", encoding="utf-8")
    said = _run(project, "outline", "r.txt", "--json", encoding=encoding)
    plain = _run(project, "outline", "r.txt", "--json", encoding="utf-8")
    assert json.loads(said.stdout.decode(encoding)) == json.loads(plain.stdout)
    assert "😀" in plain.stdout.decode()


def test_coverage_without_figures_lists_every_number(project):
    """In a project without figures the command says so, and every number is a finding."""
    (project / "data/figures.yml").unlink()
    (project / "data/names.yml").unlink(missing_ok=True)
    report = str(project / "data/source/2024.txt")
    said = CliRunner().invoke(main, ["figures", report, "--coverage"])
    assert said.exit_code == Exit.FINDINGS
    assert "data/figures.yml: This file does not exist" in said.stderr
    every = CliRunner().invoke(main, ["figures", report])
    assert 0 < len(said.stdout.splitlines()) <= len(every.stdout.splitlines())


def test_an_engine_without_its_key_could_not_run(project, monkeypatch):
    """It is no finding: nothing was looked at."""
    monkeypatch.chdir(project)
    monkeypatch.delenv("MINGBAI_DEEPL_KEY", raising=False)
    said = CliRunner().invoke(main, ["translate", "--engine", "deepl"])
    assert said.exit_code == Exit.FAILED, said.output


def test_every_exit_code_is_documented():
    """The page of commands has the one table."""
    page = next(ROOT.glob("docs/**/commands.md")).read_text(encoding="utf-8")
    for code, meaning in MEANINGS.items():
        assert f"| {code:d} | {meaning} |" in page
