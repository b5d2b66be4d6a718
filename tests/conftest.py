"""What several tests share: the project's root and the site built once."""

import functools
import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

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
def address(built):
    """Where the built site is served, with a slash at the end."""
    handler = functools.partial(_Quiet, directory=built)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()
