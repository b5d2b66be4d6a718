"""Attacks on a reader: what pages and data may carry does not run, with and without our headers."""

import functools
import http.server
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mingbai.errors import MingbaiError
from mingbai.policy import IN_PAGES, POLICY
from mingbai.project import Project
from mingbai.site.compose.sites import read_site

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
RUN = "document.documentElement.dataset.ran=1"
PAGES = {
    "a handler behind a slash": f"<svg/onload={RUN}>",
    "a handler in capitals": f'<IMG/SRC="x"/ONERROR={RUN}>',
    "a handler on the next line": f'<b\nonmouseover="{RUN}">x</b>',
    "a handler in an attribute list": f'x\n{{: onclick="{RUN}" }}',
    "a handler in a list of a link": f'[x](index.md){{ onclick="{RUN}" }}',
    "a handler over two blocks": f'<div title="\n\n" onmouseover="{RUN}">\n\nx</div>',
    "code inside an element": f"<div>\n\n`<img src=x onerror={RUN}>`\n\n</div>",
    "a macro's braces in code": f"`{{{{` <img src=x onerror={RUN}> `}}}}`",
    "a cell outside of its table": f"<td onmouseover={RUN}>x</td>",
    "the page's own body": f"<body onload={RUN}>",
    "a scheme with a coded letter": f"[x](java&#115;cript:{RUN})",
    "a scheme with a coded tab": f'<a href="java&Tab;script:{RUN}">x</a>',
    "a scheme of a reference": f"[x][y]\n\n[y]: javascript:{RUN}",
    "a scheme behind a control character": f'<a href="&#1;javascript:{RUN}">x</a>',
    "an element that is never closed": f"<img src=x onerror={RUN} ",
    "a style": "<p style='position:fixed'>x</p>",
    "a base": "<base href='https://example.org/'>",
    "mathematics": f"<math><mi xlink:href='javascript:{RUN}'>x</mi></math>",
    "a template": f"<template><img src=x onerror={RUN}></template>",
}
HOSTILE = f"<img src=x onerror={RUN}><script>{RUN}</script>\"'><svg onload={RUN}>"


def _copy(folder):
    shutil.copytree(ROOT / "tests/checks/clean", folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    return folder


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_a_build_refuses_it(text, tmp_path):
    """Whoever builds without checking first is stopped as well, at the file."""
    page = _copy(tmp_path / "project") / "content/en/index.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    with pytest.raises(MingbaiError, match=r"content/en/index\.md:\d+"):
        read_site(Project(tmp_path / "project"))


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    """A site whose data carry such HTML, and one page that got past every check."""
    project = _copy(tmp_path_factory.mktemp("attacked") / "project")
    for name, old in (
        ("figures.yml", "en: Consumer vouchers issued"),
        ("topics.yml", "en: Jobs\n"),
        ("report.yml", "en: Jiaxing, Made Clear"),
    ):
        path = project / "data" / name
        text = path.read_text(encoding="utf-8")
        assert old in text, name
        quoted = HOSTILE.replace("'", "''")
        path.write_text(text.replace(old, f"en: '{quoted}'\n", 1), encoding="utf-8")
    page = project / "content/en/index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text + "\n{{ numbers() }}\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=project, check=True)
    planted = "".join(
        f"<img src=x onerror={RUN}><svg onload={RUN}></svg><script>{RUN}</script>"
        f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>'
    )
    home = project / "site/en/index.html"
    html = home.read_text(encoding="utf-8")
    (home.parent / "planted.html").write_text(html.replace("</main>", f"{planted}</main>"), "utf-8")
    return project / "site"


class _Handler(http.server.SimpleHTTPRequestHandler):
    policy = ""

    def end_headers(self):
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture(scope="module", params=["", POLICY], ids=["without headers", "with headers"])
def host(request, attacked):
    """Where the site is served."""
    kind = type("Handler", (_Handler,), {"policy": request.param})
    handler = functools.partial(kind, directory=attacked)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["en/", "en/planted.html", "en/topics/jobs/", "topics/economy/"])
def test_nothing_runs(host, browser, path):
    """Not what data carry, and not what somebody planted into a page after it was built."""
    page = browser.new_page()
    page.goto(host + path, wait_until="networkidle")
    assert page.evaluate("document.documentElement.dataset.ran") is None
    assert page.locator("[aria-label], nav").count()  # our own page is there
    page.close()


def test_the_policy_comes_first_and_once(attacked):
    """Before anything that it is about; without what browsers ignore there."""
    for path in attacked.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        found = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
        policies = [one.replace("&#39;", "'") for one in found]
        assert policies == [IN_PAGES], path
        head = html[html.index("<head>") + 6 :].lstrip()
        assert head.startswith("<meta http-equiv="), path
    assert "frame-ancestors" not in IN_PAGES
