"""`mingbai publish` in a project: checked, built, packed and published in one step."""

import pytest
from click.testing import CliRunner

from clean_project import copy_clean_project
from mingbai.cli import main

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The small clean project, with an address; the current folder."""
    root = copy_clean_project(tmp_path / "project")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text + "\nsite_url: https://site.example/\n", encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def _publish(*arguments):
    return CliRunner().invoke(main, ["publish", "../www", *arguments])


def test_a_project_is_published_as_it_is_now(project):
    """An edit after the last build is on the host: nobody has to remember to build."""
    said = _publish()
    assert said.exit_code == 0, said.output
    page = project / "content/en/topics/jobs.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("title: Jobs", "title: Jobs and pay"), encoding="utf-8")
    said = _publish()
    assert said.exit_code == 0, said.output
    html = (project.parent / "www/en/topics/jobs/index.html").read_text(encoding="utf-8")
    assert "Jobs and pay" in html


def test_a_project_with_errors_is_not_published(project):
    """Not a file of it, and the site that is online stays as it is."""
    assert _publish().exit_code == 0
    before = (project.parent / "www/manifest.json").read_bytes()
    page = project / "content/zh/review-2023/livelihoods.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("城镇新增就业14.6", "城镇新增就业16.4"), encoding="utf-8")
    said = _publish()
    assert said.exit_code == 2
    assert "nothing was published" in said.output
    assert (project.parent / "www/manifest.json").read_bytes() == before


def test_words_that_are_not_the_reports_are_never_built(project):
    """Not even with --anyway: the build itself refuses them."""
    page = project / "content/zh/review-2023/livelihoods.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("城镇新增就业14.6", "城镇新增就业16.4"), encoding="utf-8")
    said = _publish("--anyway")
    assert said.exit_code == 2
    assert not (project.parent / "www").exists()


def test_outside_of_a_project_the_folder_has_to_be_named(tmp_path, monkeypatch):
    """With the option that names it."""
    monkeypatch.chdir(tmp_path)
    said = _publish()
    assert said.exit_code == 2
    assert "--from FOLDER" in said.output
