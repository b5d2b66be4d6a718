"""`mingbai build`, and a site that is opened from a folder."""

import os
import re
import subprocess
import sys
from urllib.parse import urldefrag

import pytest
from click.testing import CliRunner
from small_project import write_page, write_small_project

from mingbai.cli import main


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A small project, and the folder that commands run in."""
    monkeypatch.chdir(write_small_project(tmp_path))
    return tmp_path


def _run(*arguments):
    return CliRunner().invoke(main, ["build", *arguments])


def _links(site):
    """Yield the file and address of each relative link of the pages."""
    for path in site.rglob("index.html"):
        for address in re.findall(r'<a\b[^>]*?\shref="([^"]*)"', path.read_text("utf-8")):
            if not re.match(r"[a-z]+:|/|\?", address):
                yield path, urldefrag(address).url.partition("?")[0]


def test_links_of_an_offline_site_lead_to_files(project):
    """None to a folder: a browser would list it."""
    result = _run("--offline")
    assert result.exit_code == 0, result.output
    links = list(_links(project / "site"))
    assert [(path, to) for path, to in links if to and not (path.parent / to).is_file()] == []
    assert any(to.endswith("part-1/index.html") for _, to in links)


def test_an_offline_site_says_that_search_needs_a_server(project):
    """In one sentence, in the place of a field that would find nothing."""
    _run("--offline")
    html = (project / "site/index.html").read_text("utf-8")
    assert "搜索需要网络服务器" in html
    assert "md-search__input" not in html


def test_a_plain_build_is_for_a_server_again(project):
    """Nothing of an offline build is taken from the cache."""
    _run("--offline")
    assert _run().exit_code == 0
    html = (project / "site/index.html").read_text("utf-8")
    assert "md-search__input" in html
    assert 'href="part-1/"' in html


def test_a_warning_stops_the_build(project):
    """Exit code 2 (it could not run), with what is wrong."""
    write_page(project, "zh/about.md", "关于", "[甲](nothing.md)")
    result = _run()
    assert result.exit_code == 2
    assert "nothing.md" in result.output


def _mkdocs(*options):
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )


def test_a_quiet_build_counts_its_warnings(project):
    """With -q none is printed, but --strict fails, and a page with one is not cached."""
    write_page(project, "zh/about.md", "关于", "[甲](nothing.md)")
    quiet = _mkdocs("-q")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    assert "nothing.md" in _mkdocs().stderr
    assert _mkdocs("-q", "--strict").returncode == 1
