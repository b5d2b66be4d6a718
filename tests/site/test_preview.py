"""The preview server: it follows edits, shows a mistake in the page, and goes on once mended."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from mingbai.site.mkdocs.preview import guarded

ROOT = Path(__file__).parent.parent.parent
CLEAN = ROOT / "tests" / "checks" / "clean"
PATIENCE = 30
"""Seconds; a machine may be busy."""


@pytest.fixture
def project(tmp_path):
    """A small project."""
    folder = tmp_path / "project"
    shutil.copytree(CLEAN, folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    return folder


@pytest.fixture
def preview(project):
    """Where its preview is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["mkdocs", "serve", "--livereload"]
    server = subprocess.Popen(
        [sys.executable, "-m", *command, "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stderr=subprocess.DEVNULL,
    )
    yield f"http://127.0.0.1:{port}/"
    server.terminate()
    server.wait()


def _page(address):
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310
            return answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.read().decode()
    except OSError:
        return ""


def _until(address, words):
    """Ask for a page until it has the words."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if words in (page := _page(address)):
            return page
        time.sleep(0.1)
    raise AssertionError(f"{words!r} never came: {page[:300]}")


def _edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.slow
def test_the_preview_follows_edits_and_survives_a_mistake(project, preview):
    """Content, data and templates; the message names file and line, and the page comes back."""
    _until(f"{preview}en/", "Home")
    page = project / "content/en/index.md"
    _edit(page, "# Home", "# Welcome")
    _until(f"{preview}en/", "Welcome")
    _edit(project / "data/report.yml", "Jiaxing, Made Clear", "Made Clear")
    _until(f"{preview}en/", "Made Clear</span>")
    _edit(project / "overrides/partials/footer.html", "mb-foot", "mb-feet")
    _until(f"{preview}en/", "mb-feet")
    _edit(page, "{{ contents() }}", "{{ content() }}")
    shown = _until(f"{preview}en/", "There is no macro")
    lines = page.read_text(encoding="utf-8").splitlines()
    assert f"content/en/index.md:{lines.index('{{ content() }}') + 1}" in shown
    assert "Correct it and save" in shown
    _edit(page, "{{ content() }}", "{{ contents() }}")
    _until(f"{preview}en/", "Welcome")


@pytest.fixture
def app():
    """A guarded app that answers every request."""

    def answer(_environ, start_response):
        start_response("200 OK", [])
        return [b"page"]

    return guarded(answer, "preview.test")


def _asked(app, host, path="/"):
    said = []
    app({"HTTP_HOST": host, "PATH_INFO": path}, lambda status, _headers: said.append(status))
    return int(said[0].split()[0])


@pytest.mark.parametrize(
    "host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "192.168.0.9", "preview.test"]
)
def test_the_preview_answers_to_its_own_names(app, host):
    """The name it is bound to, this machine's, and addresses in digits."""
    assert _asked(app, host) == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:8000", "", "[", "a@b"])
def test_the_preview_answers_to_no_other_name(app, host):
    """A page elsewhere whose name was made to lead here reads nothing (DNS rebinding)."""
    assert _asked(app, host) == 421


@pytest.mark.parametrize("path", ["/\0", "/a\nb", "/\x1f"])
def test_a_path_that_no_file_has_is_a_bad_request(app, path):
    """400, not an error of the server."""
    assert _asked(app, "localhost", path) == 400


def test_the_running_preview_is_guarded(preview):
    """On its own port, with the policy left out: live reload is a script inside the page."""
    assert "Content-Security-Policy" not in _until(f"{preview}en/", "Home")
    for path, host, code in (("en/", "evil.example", 421), ("%00", "localhost", 400)):
        request = urllib.request.Request(preview + path, headers={"Host": host})  # noqa: S310
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=PATIENCE)  # noqa: S310
        assert refused.value.code == code
        refused.value.close()
