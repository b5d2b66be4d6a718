"""What several tests share: the project's root and the site built once."""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def build_site():
    """Build the project's own site, in strict mode, into a folder; further variables may be set."""

    def build(folder, cwd=ROOT, **variables):
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder],
            cwd=cwd,
            check=True,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | variables,
        )
        return folder

    return build


@pytest.fixture(scope="session")
def built(build_site, tmp_path_factory):
    """The project's own site."""
    return build_site(tmp_path_factory.mktemp("site"))


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
def browser():
    """Debian's Chromium, headless, talking to nobody but the page."""
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
        yield browser
        browser.close()
