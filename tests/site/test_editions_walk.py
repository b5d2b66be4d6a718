"""A reader among ten editions, in real Chromium: from home to one, to another, and a search."""

import pytest
from editions_project import WORDS, write_project
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def ten(tmp_path_factory, build_site, serve):
    """Where a site of ten editions is served; the one of 2016 has no English."""
    project = write_project(tmp_path_factory.mktemp("walk") / "p", tuple(WORDS), (2016,))
    return serve(build_site(project / "site", project))


@pytest.fixture(params=[(360, 740), (1440, 900)], ids=["360", "1440"])
def page(browser, request):
    """A page on which no script may fail."""
    width, height = request.param
    page = browser.new_page(viewport={"width": width, "height": height})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    yield page
    page.close()
    assert errors == []


def _fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_from_home_to_an_edition_to_another_and_to_english(page, ten):
    """Home lists ten; a page leads to the same page of another year, and to its English."""
    page.goto(ten)
    assert _fits(page)
    lines = page.locator(".mb-shelf a")
    expect(lines).to_have_count(10)
    page.locator(".mb-shelf a", has_text="2021").click()
    expect(page).to_have_url(ten + "2021/")
    page.locator(".mb-map a", has_text="回顾").first.click()
    at = page.url.removeprefix(ten + "2021/")
    expect(page.locator("main")).to_contain_text("铁路")
    assert _fits(page)
    page.locator(".mb-editions a", has_text="2020").click()
    expect(page).to_have_url(f"{ten}2020/{at}")
    expect(page.locator("main")).to_contain_text("粽子")
    page.locator(".mb-switch").click()
    expect(page).to_have_url(f"{ten}en/2020/{at}")
    expect(page.locator("main")).to_contain_text("dumplings")
    page.locator(".mb-editions .mb-all").click()
    expect(page).to_have_url(ten + "en/")


def test_all_editions_are_reached_by_keyboard(page, ten):
    """From the oldest edition Tab and Enter lead to those near it and to the list of all."""
    page.goto(ten + "2015/")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.mb-editions .mb-all')"):
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(ten)
    expect(page.locator(".mb-shelf")).to_be_visible()


def _seek(page, words):
    """Type words into the search, which a key opens."""
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type(words)


@pytest.mark.parametrize(
    ("start", "query", "elsewhere"),
    [("2019/", "菱角", "茶园"), ("en/2019/", "chestnuts", "orchards")],
    ids=["zh", "en"],
)
def test_a_search_stays_in_its_edition(page, ten, start, query, elsewhere):
    """What another year alone speaks of is not found, and no file of another year asked for."""
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(ten)))
    page.goto(ten + start)
    _seek(page, query)
    found = page.locator(".md-search-result__link")
    expect(found.first).to_contain_text(query)
    assert found.first.get_attribute("href").startswith(ten + start)
    page.locator(".md-search__input").fill(elsewhere)
    expect(page.locator(".md-search-result__meta")).not_to_contain_text("1 ")
    assert not [text for text in found.all_inner_texts() if elsewhere in text]
    pieces = [url for url in asked if "search/" in url and not url.startswith("assets/")]
    assert pieces
    assert all(url.startswith("2019/search/") for url in pieces)


def test_the_home_page_searches_the_newest_edition(page, ten):
    """And says so in its field."""
    page.goto(ten + "en/")
    expect(page.locator(".md-search__input")).to_have_attribute("placeholder", "Search 2024")
    _seek(page, "harbors")
    first = page.locator(".md-search-result__link").first
    expect(first).to_contain_text("harbors")
    assert first.get_attribute("href").startswith(ten + "en/2024/")
