"""Characters not seen, or of full width, in the report's own words: kept, listed, shown."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from mingbai import checks
from mingbai.cli import main
from mingbai.project import Project

REPORT = (
    "各位代表：\n\n一、2023年工作\u200b回顾\n\n去年增长6.3％\u200b，成绩\u202e很大。\u2028好。\n\n"
    "二、今年任务\n\n今年做十件\u00ad事。\n"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A new project for such a report."""
    folder = tmp_path_factory.mktemp("odd")
    (folder / "r.txt").write_text(REPORT, encoding="utf-8", newline="")
    command = [
        "new",
        str(folder / "site"),
        str(folder / "r.txt"),
        "--title",
        "某某市2024年政府工作报告",
    ]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    return folder / "site"


def test_they_are_never_an_error(project):
    """The report is as it was published; only the missing English is told."""
    assert {one.rule for one in checks.run(Project(project))} == {"counterpart"}


def test_join_keeps_them(project):
    """Byte for byte."""
    result = CliRunner().invoke(main, ["join", str(project / "content/zh")])
    assert result.stdout_bytes == REPORT.encode()


def test_the_outline_lists_them_with_their_place(project):
    """On standard error, and as data."""
    result = CliRunner().invoke(main, ["outline", str(project.parent / "r.txt")])
    assert "r.txt:3:10: U+200B (zero width space)" in result.stderr
    assert "r.txt:5:8: ％ (full width)" in result.stderr
    data = CliRunner().invoke(main, ["outline", "--json", str(project.parent / "r.txt")]).stdout
    places = [(one["line"], one["column"]) for one in json.loads(data)["characters_of_note"]]
    assert places == [(3, 10), (5, 8), (5, 9), (5, 13), (5, 17), (9, 6)]


def test_pages_leave_out_what_is_not_seen_and_show_the_rest(project):
    """In the text, the title, the navigation and the search."""
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=project, check=True)
    site = project / "site"
    pages = [*site.rglob("*.html"), *site.rglob("*.json"), site / "feed.xml"]
    texts = {path: path.read_text(encoding="utf-8") for path in pages}
    assert not [path for path, text in texts.items() if set(text) & set("\u200b\u202e\u2028\u00ad")]
    page = texts[site / "part-1" / "index.html"]
    assert "去年增长6.3％，成绩很大。好。" in page
    assert "<title>2023年工作回顾" in page
