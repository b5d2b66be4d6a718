"""A reader's walk through the built site, in real Chromium."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1440, "height": 900}


@pytest.fixture(params=[PHONE, DESKTOP], ids=["360", "1440"])
def page(browser, request):
    """A page that remembers the requests it made and the errors on it."""
    page = browser.new_page(viewport=request.param)
    page.requests = []
    page.errors = []
    page.on("request", lambda found: page.requests.append(found.url))
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    yield page
    page.close()


def test_home_to_page_to_english_and_back(page, address):
    """Home leads to a page, the page to its English, the English back to the same page."""
    page.goto(address)
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    page.locator(".mb-map a", has_text="着力增进民生福祉").click()
    expect(page).to_have_url(address + "review-2023/livelihoods/")
    expect(page.locator("h1")).to_contain_text("着力增进民生福祉")
    page.locator(".mb-switch").click()
    expect(page).to_have_url(address + "en/review-2023/livelihoods/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator(".mb-switch").click()
    expect(page).to_have_url(address + "review-2023/livelihoods/")
    assert not page.errors


def test_a_paragraph_link_leads_to_its_paragraph_and_marks_it(page, address):
    """The link of a paragraph is reached by keyboard, and its target stands out in view."""
    page.goto(address + "review-2023/")
    block = page.locator("#p5")
    assert "7062.5亿元" in block.inner_text()
    plain = block.evaluate("element => getComputedStyle(element).backgroundColor")
    link = block.locator(".mb-link")
    link.focus()
    assert link.evaluate("element => getComputedStyle(element).opacity") == "1"
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + "review-2023/#p5")
    expect(block).to_be_in_viewport()
    marked = block.evaluate("element => getComputedStyle(element).backgroundColor")
    assert marked != plain
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert page.locator("#mb-cite-link").input_value() == address + "review-2023/#p5"
    assert "以报告中文原文为准" in page.locator("#mb-cite-zh").input_value()
    assert "The Chinese text prevails" in page.locator("#mb-cite-en").input_value()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()


def test_both_languages_stand_side_by_side_and_the_choice_is_linkable(page, address):
    """Each paragraph has its counterpart in one row; the address carries the choice."""
    page.goto(address + "review-2023/economy/")
    page.locator(".mb-modes [data-view=both]").click()
    row = page.locator(".mb-row:has(#p9-2)")
    expect(row.locator(".mb-counterpart")).to_have_attribute("lang", "en")
    expect(page).to_have_url(address + "review-2023/economy/?view=both")
    page.goto(address + "en/review-2023/economy/?view=interleaved")
    row = page.locator(".mb-row:has(#p9-2)")
    expect(row.locator(".mb-counterpart")).to_have_attribute("lang", "zh-Hans")
    assert page.locator("[id=p9-2]").count() == 1
    page.locator(".mb-modes [data-view=zh]").click()
    expect(page).to_have_url(address + "review-2023/economy/")
    assert not page.errors


def test_settings_are_remembered(page, address):
    """Larger text, contrast and darkness hold on the next page, and by the address."""
    page.goto(address)
    page.locator("[data-set=elder]").click()
    page.locator("[data-set=contrast]").click()
    page.goto(address + "en/")
    expect(page.locator("html[data-elder][data-contrast]")).to_have_count(1)
    box = page.locator(".mb-switch").bounding_box()
    assert box["height"] >= 60
    page.goto(address + "?elder=0&contrast=0")
    expect(page.locator("html[data-elder]")).to_have_count(0)


TYPES = (
    "", "en/", "opening/", "review-2023/livelihoods/", "numbers/", "en/glossary/", "topics/",
    "topics/education/", "for/", "en/for/children/", "one-picture/", "how-to-read/",
    "en/about-translation/", "accessibility/", "en/404.html",
)  # fmt: skip


@pytest.mark.parametrize("path", TYPES)
def test_no_request_leaves_the_site(page, address, path):
    """Nothing is fetched from another host, on any type of page."""
    page.goto(address + path, wait_until="networkidle")
    assert [url for url in page.requests if not url.startswith((address, "data:"))] == []


def test_nothing_is_wider_than_the_screen(page, address):
    """No page type scrolls sideways."""
    for path in TYPES:
        page.goto(address + path)
        assert page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        )


def test_a_card_opens_its_proof_and_leads_to_the_sentence(page, address):
    """By keyboard: the sentence behind a figure opens, and its link leads to the paragraph."""
    page.goto(address + "en/")
    card = page.locator(".mb-card").first
    assert "RMB 706.25 billion" in card.inner_text()
    card.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(card.locator("mark")).to_contain_text("7062.5亿元")
    card.locator("a").click()
    expect(page).to_have_url(address + "en/review-2023/#p5")
    expect(page.locator("#p5")).to_be_in_viewport()


def test_the_report_reads_without_javascript(browser, address):
    """Text, navigation, paragraph links and the way to the other language need no script."""
    context = browser.new_context(java_script_enabled=False, viewport=DESKTOP)
    page = context.new_page()
    page.goto(address + "review-2023/livelihoods/")
    expect(page.locator("#p14-2")).to_be_visible()
    page.locator(".mb-switch").click()
    expect(page).to_have_url(address + "en/review-2023/livelihoods/")
    context.close()
