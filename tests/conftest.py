"""What tests share: the site built once, a server, a browser, the settings of hypothesis."""

import contextlib
import functools
import hashlib
import http.server
import os
import shutil
import threading
from pathlib import Path

import hypothesis
import pytest
from filelock import FileLock
from playwright.sync_api import sync_playwright

from builds import run_build
from pages import Pages

ROOT = Path(__file__).parent.parent

# No deadline: a busy machine is no fault of ours. In CI the examples are the same each time.
hypothesis.settings.register_profile(
    "mingbai", deadline=None, derandomize="CI" in os.environ, print_blob=True
)
hypothesis.settings.load_profile("mingbai")


SLOW = {"browser", "build_site", "built"}
"""Fixtures that take seconds to make."""
SLOW_FILES = {
    "test_addresses.py",
    "test_attachments.py",
    "test_docs_commands.py",
    "test_faults.py",
    "test_pairs.py",
    "test_languages.py",
    "test_ledger_store.py",
    "test_mistakes.py",
}
"""Files of tests that build, run many commands or check hundreds of projects."""


def pytest_collection_modifyitems(items):
    """Mark what asks for a slow fixture, so that `make quick` can leave it out."""
    for item in items:
        if item.path.name in SLOW_FILES or SLOW & set(getattr(item, "fixturenames", ())):
            item.add_marker("slow")


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory):
    """A folder that all processes of this run of pytest share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def once(run_folder):
    """Make a folder once for the whole run: the first process to ask makes it, others wait."""

    def made(name, make):
        folder = run_folder / name
        done = folder.with_name(f"{name}.done")
        with FileLock(folder.with_name(f"{name}.lock")):
            if not done.exists():
                make(folder)
                done.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def build_site(run_folder):
    """Build a project in strict mode into a folder, one at a time; further variables may be set."""

    def build(folder, cwd=ROOT, **variables):
        with FileLock(run_folder / f"{hashlib.sha256(bytes(cwd)).hexdigest()}.lock"):
            run_build("--strict", "--site-dir", folder, cwd=cwd, **variables)
        return folder

    return build


@pytest.fixture(scope="session")
def built(build_site, once):
    """The project's own site, built once for all tests; they only read it."""
    return once("site", build_site)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Print nothing."""


@pytest.fixture(scope="session")
def serve():
    """Serve folders on this machine alone; gives each folder's address with a slash at the end."""
    with contextlib.ExitStack() as servers:

        def begin(folder):
            handler = functools.partial(_Quiet, directory=folder)
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            servers.callback(thread.join)
            servers.callback(server.server_close)
            servers.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}/"

        yield begin


@pytest.fixture(scope="session")
def address(built, serve):
    """Where the built site is served, with a slash at the end."""
    return serve(built)


@pytest.fixture(scope="session")
def browser(serve, tmp_path_factory):
    """Debian's Chromium, headless, talking to nobody but the page."""
    empty = tmp_path_factory.mktemp("empty")
    (empty / "index.html").write_text("<!doctype html><title>Empty</title>", encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield Pages(browser, serve(empty))
        browser.close()
