"""Each page of a test is as a fresh browser would open it, though its process is an old one."""

import pytest

pytestmark = pytest.mark.browser

LEAVE = "document.cookie = 'a=b; max-age=999'; localStorage.a = sessionStorage.a = name = 'b'"
FOUND = "[document.cookie, localStorage.length, sessionStorage.length, name, innerWidth]"


def test_nothing_of_an_earlier_page_is_left(browser, serve, tmp_path):
    """Neither what it stored, nor its size, nor what the cache holds."""
    path = tmp_path / "index.html"
    path.write_text("<title>old</title>", encoding="utf-8")
    address = serve(tmp_path)
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address)
    page.evaluate(LEAVE)
    page.close()
    path.write_text("<title>new</title>", encoding="utf-8")
    page = browser.new_page()
    page.goto(address)
    assert page.title() == "new"
    assert page.evaluate(FOUND) == ["", 0, 0, "", 1280]
    page.close()


def test_two_pages_at_once_share_nothing(browser, serve, tmp_path):
    """As two readers do not."""
    (tmp_path / "index.html").write_text("<title>x</title>", encoding="utf-8")
    one, other = browser.new_page(), browser.new_page()
    one.goto(serve(tmp_path))
    one.evaluate(LEAVE)
    other.goto(one.url)
    assert other.evaluate(FOUND)[:3] == ["", 0, 0]
    one.close()
    other.close()
