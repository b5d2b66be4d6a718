"""Feeds: ids that stay, and times that no clock gave."""

import re
import subprocess
from pathlib import Path

import pytest
from small_project import write_small_project

from mingbai.project import Project
from mingbai.site.compose.sites import read_site
from mingbai.site.outputs.feeds import feed_files, updated

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A small project without Git."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return write_small_project(tmp_path)


def _feed(project, changed=None):
    site = read_site(Project(project))
    files = feed_files(site, "https://example.org/", updated(site.library), changed or {})
    return files["feed.xml"].decode()


def _ids(feed):
    return sorted(re.findall("<id>(.*)</id>", feed))


def test_an_entry_keeps_its_id_when_its_page_changes(project):
    """The id is the address; the change shows in its time alone."""
    before = _feed(project)
    page = project / "content/zh/index.md"
    page.write_text(page.read_text("utf-8") + "\n又一段。\n", "utf-8")
    after = _feed(project, {"zh/index.md": "2030-01-01T00:00:00Z"})
    assert _ids(before) == _ids(after) != []
    assert "<id>https://example.org/part-1/</id>" in after
    assert "2030-01-01T00:00:00Z" in after


def test_without_git_and_translations_the_time_is_the_reports_date(project):
    """Not 1970, and not the time of the build."""
    with (project / "data/report.yml").open("a", encoding="utf-8") as file:
        file.write("date: '2024-01-27'\n")
    times = set(re.findall("<updated>(.*)</updated>", _feed(project)))
    assert times == {"2024-01-27T00:00:00Z"}


def test_make_sets_no_time_where_there_is_no_git(tmp_path):
    """With Git, the time of the last commit."""
    target = "show:\n\t@env | grep -c SOURCE_DATE_EPOCH= || true\n"
    (tmp_path / "Makefile").write_text((ROOT / "Makefile").read_text("utf-8") + target, "utf-8")

    def shown():
        return subprocess.run(
            ["make", "show"], cwd=tmp_path, check=True, capture_output=True, text=True,
            env={"PATH": "/usr/bin:/bin", "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)},
        ).stdout.strip()  # fmt: skip

    assert shown() == "0"
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "a"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    assert shown() == "1"
