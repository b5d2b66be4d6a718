"""The command: its formats for people and programs, its exit codes, what --fix and --staged do."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from mingbai.checks import RULES
from mingbai.cli import main

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PAGE = "content/en/topics/jobs.md"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A copy of the clean project, in which the command runs."""
    folder = tmp_path / "project"
    shutil.copytree(HERE / "clean", folder)
    shutil.copytree(ROOT / "overrides" / "macros", folder / "overrides" / "macros")
    monkeypatch.chdir(folder)
    return folder


def _plant(project, old, new, page=PAGE):
    path = project / page
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


def _check(*arguments):
    return CliRunner().invoke(main, ["check", *arguments])


@pytest.mark.usefixtures("project")
def test_a_clean_tree_prints_nothing_and_exits_with_0():
    """A count of nothing goes to the other stream, so that a pipe stays empty."""
    result = _check()
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "0 errors, 0 warnings.\n"


def test_text_is_one_line_a_finding(project):
    """File, line, column, level, what is wrong, what to do, rule."""
    _plant(project, "146,000", "164,000")
    result = _check()
    assert result.exit_code == 1
    assert (
        f"{PAGE}:12: error: “The city created 164,000 new urban jobs” is not in p7-4, "
        "which has “The city created 146,000 new urban jobs and kept”. "
        "Write it as the paragraph does, or name the paragraph that states it. [claims]\n"
    ) in result.stdout


def test_warnings_alone_do_not_fail(project):
    """A page without English is no reason to stop a deployment."""
    (project / PAGE).unlink()
    _plant(project, " and [jobs](topics/jobs.md#plan)", "", "content/en/index.md")
    result = _check()
    assert result.exit_code == 0, result.output
    assert "[counterpart]" in result.stdout


def test_json_has_every_field(project):
    """A program needs no parsing of sentences."""
    _plant(project, "topics: [jobs]", "topics: [job]")
    found = json.loads(_check("--format", "json").stdout)
    assert [set(one) for one in found] == [
        {"path", "line", "column", "rule", "level", "message", "todo"}
    ]
    assert (found[0]["path"], found[0]["line"], found[0]["rule"]) == (PAGE, 4, "topics")


def test_github_shows_a_finding_at_its_line(project):
    """A workflow command, with what could end it escaped."""
    _plant(project, "(topics/jobs.md#plan)", "(topics/jobs.md#100%,x)", "content/en/index.md")
    assert _check("--format", "github").stdout == (
        "::error file=content/en/index.md,line=8,col=49,title=links::There is no '100%25,x' on"
        " topics/jobs.md. Correct what follows the #: an id such as p9-2.\n"
    )


def test_sarif_names_tool_rule_and_place(project):
    """What a code scanner reads: SARIF 2.1.0."""
    _plant(project, "Jobs in the report.", "Jobs in the report。")
    log = json.loads(_check("--format", "sarif").stdout)
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    assert run["tool"]["driver"]["rules"] == [{"id": "punctuation"}]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == PAGE
    assert place["region"] == {"startLine": 5, "startColumn": 28}


def test_fix_mends_white_space_and_leaves_the_rest(project):
    """Line ends and blanks; a wrong number is for a person."""
    clean = (project / PAGE).read_bytes()
    _plant(project, "## In 2023\n", "## In 2023 \r\n")
    assert _check().exit_code == 1
    assert _check("--fix").exit_code == 0
    assert (project / PAGE).read_bytes() == clean
    _plant(project, "146,000", "164,000")
    wrong = (project / PAGE).read_bytes()
    assert _check("--fix").exit_code == 1
    assert (project / PAGE).read_bytes() == wrong


def test_fix_never_touches_a_file_that_is_not_utf8(project):
    """Somebody has to look at what it is before it is written anew."""
    path = project / PAGE
    path.write_bytes(path.read_bytes().replace(b"Jobs in", b"\xd6\xd0 ") + b"end \n")
    before = path.read_bytes()
    assert _check("--fix").exit_code == 1
    assert path.read_bytes() == before


def test_staged_tells_only_of_staged_files(project):
    """What somebody else left lying does not hold up a commit."""
    git = ("git", "-c", "user.name=x", "-c", "user.email=x@example.org")
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "clean")):
        subprocess.run([*git, *command], cwd=project, check=True)
    _plant(project, "146,000", "164,000")
    _plant(project, "topics/jobs.md#plan", "topics/jobs.md#plans", "content/en/index.md")
    subprocess.run(["git", "add", "content/en/index.md"], cwd=project, check=True)
    result = _check("--staged")
    assert result.exit_code == 1
    assert "[links]" in result.stdout
    assert "[claims]" not in result.stdout


def test_staged_outside_a_repository_says_so(project, monkeypatch):
    """Exit code 2: it could not run."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    result = _check("--staged")
    assert result.exit_code == 2
    assert "repository" in result.stderr


def test_every_rule_is_told_in_the_docs():
    """An editor who looks up the id in brackets finds it."""
    text = (ROOT / "docs" / "reference" / "checks.md").read_text(encoding="utf-8")
    ids = [rule.id for rule in RULES if rule.id != "translation"]
    assert [id_ for id_ in ids if f"| `{id_}` |" not in text] == []
