"""The built site behind real nginx with our configuration, at the root and below a path."""

import functools
import re
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

from mingbai.publishing.headers import POLICY, nginx
from mingbai.publishing.pack import pack

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not Path("/usr/sbin/nginx").exists(), reason="nginx is not installed"),
]

PAGES = (
    "", "en/", "opening/", "en/review-2023/economy/", "numbers/", "en/glossary/", "topics/housing/",
    "en/for/farmers/", "one-picture/", "404.html",
)  # fmt: skip


@pytest.fixture(scope="module", params=["/", "/jiaxing/"])
def host(request, build_site, tmp_path_factory):
    """The address of the site on an nginx of our own, run by this user."""
    folder = tmp_path_factory.mktemp("nginx")
    www = folder / "www"
    site = www / request.param.strip("/")
    build_site(site, SITE_URL=f"https://example.org{request.param}")
    pack(site, "", quality=1)
    folder.chmod(0o755)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = nginx(str(www), request.param, f"127.0.0.1:{port}")
    conf = folder / "nginx.conf"
    paths = "".join(
        f"    {kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    conf.write_text(
        f"daemon off;\nuser root;\npid {folder}/pid;\nerror_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{\n    access_log off;\n{paths}{server}}}\n",
        encoding="utf-8",
    )
    process = subprocess.Popen(["/usr/sbin/nginx", "-c", conf, "-p", folder])
    address = f"http://127.0.0.1:{port}{request.param}"
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(address, timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield address
    finally:
        process.terminate()
        process.wait(10)


@functools.cache
def _answer(address, encoding="identity"):
    request = urllib.request.Request(address, headers={"Accept-Encoding": encoding})  # noqa: S310
    with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310 (loopback)
        return dict(answer.headers), answer.read()


def test_every_answer_carries_the_headers(host):
    """Policy, type and cache; the compressed file is served to who takes it."""
    headers, page = _answer(host)
    assert headers["Content-Security-Policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    packed, data = _answer(host, "gzip")
    assert packed["Content-Encoding"] == "gzip"
    assert len(data) < len(page)
    script = re.search(rb"assets/[0-9a-f]{8}/site\.js", page).group().decode()
    assert "immutable" in _answer(host + script)[0]["Cache-Control"]


@pytest.mark.parametrize("path", PAGES)
def test_no_page_breaks_the_policy(host, browser, path):
    """No violation, no failed request and no error in the console, on any type of page."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    wrong = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(host + path, wait_until="networkidle")
    for button in ("[data-set=scheme]", "[data-set=elder]", ".mb-modes [data-view=both]"):
        if page.locator(button).count():
            page.locator(button).click()
    page.wait_for_load_state("networkidle")
    page.close()
    assert wrong == []


def test_a_missing_page_is_answered_in_its_language(host):
    """404, with the page of the part of the site that was asked for."""
    for path, lang in (("nothing/", "zh-Hans"), ("en/nothing/", "en")):
        with pytest.raises(urllib.error.HTTPError) as missing:
            urllib.request.urlopen(host + path, timeout=5)  # noqa: S310
        assert missing.value.code == 404
        assert f'<html lang="{lang}">' in missing.value.read().decode()
        missing.value.close()
