"""Access for all: axe-core on every page, reflow at 400 %, a keyboard path, targets, languages."""

import xml.etree.ElementTree as ET

import pytest
from axe import colour_violations, violations
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TYPES = (
    "",
    "en/",
    "review-2023/economy/",
    "en/review-2023/economy/?view=both",
    "numbers/",
    "en/glossary/",
    "one-picture/",
    "topics/education/",
    "en/for/children/",
    "how-to-read/",
    "en/about-translation/",
    "404.html",
)
"""One page of each type."""


def _addresses(built):
    tree = ET.parse(built / "sitemap.xml")  # noqa: S314 (our own file)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    return [node.text.split("/", 3)[3] for node in tree.iter(f"{space}loc")]


def test_axe_still_finds_what_is_planted(browser, address):
    """On a page like one that was judged: a button without a name, and words that are too pale."""
    page = browser.new_page(bypass_csp=True, viewport={"width": 360, "height": 740})
    seen = set()
    page.goto(address + "en/glossary/")
    assert violations(page, seen) == []
    page.reload()
    page.evaluate(
        """() => {
          const rows = document.querySelectorAll("main dd, main li, main p");
          rows[rows.length - 1].innerHTML =
            '<span style="color: #eee">pale</span><button></button>';
        }"""
    )
    assert {rule for _, rule, _ in violations(page, seen)} == {"button-name", "color-contrast"}
    page.close()


def test_axe_finds_nothing_on_any_page(browser, built, address):
    """Every page of the site, as a phone shows it."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    found, seen = [], set()
    for path in _addresses(built):
        page.goto(address + path)
        found += violations(page, seen)
    page.close()
    assert found == []


@pytest.mark.parametrize("look", ["dark", "contrast", "contrast-dark", "elder", "desktop"])
def test_axe_finds_nothing_in_any_look(browser, address, look):
    """Each type of page in dark, in high contrast, with large text, and on a wide screen.

    Dark and high contrast change colours alone, so that only those are looked at again.
    """
    wide = {"width": 1440, "height": 900}
    page = browser.new_page(
        viewport=wide if look == "desktop" else {"width": 360, "height": 740},
        color_scheme="dark" if "dark" in look else "light",
    )
    setting = look.partition("-")[0]
    look_at = violations if look in ("elder", "desktop") else colour_violations
    page.goto(f"{address}?{setting}=1")
    found, seen = [], set()
    for path in TYPES:
        page.goto(address + path, wait_until="networkidle")
        found += look_at(page, seen)
    page.close()
    assert found == []


@pytest.mark.parametrize("path", TYPES)
def test_text_reflows_at_400_percent(browser, address, path):
    """A window of 1,280 pixels at 400 % is 320 wide: nothing scrolls sideways."""
    page = browser.new_page(viewport={"width": 320, "height": 256})
    page.goto(address + path, wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_a_keyboard_reaches_everything_in_order(browser, address):
    """The first Tab is the way to the text; focus is always seen; the menu opens and closes."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + "review-2023/economy/")
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    expect(page.locator(".md-skip")).to_be_in_viewport()
    menu = page.locator(".mb-menu")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#nav a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    page.close()


def test_a_term_is_explained_by_keyboard(browser, address):
    """Enter opens the explanation, Esc closes it and gives the focus back; the link leads on."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + "en/tasks-2024/trade-and-consumption/")
    term = page.locator(".mb-term").first
    term.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert dialog.locator(".mb-term-text").inner_text()
    page.keyboard.press("Escape")
    expect(term).to_be_focused()
    anchor = term.get_attribute("href").partition("#")[2]
    page.goto(address + "en/glossary/")
    expect(page.locator(f"#{anchor}")).to_have_count(1)
    page.close()


@pytest.mark.parametrize(("mode", "size"), [("", 44), ("?elder=1", 60)])
def test_targets_are_large_enough(browser, address, mode, size):
    """Controls of a page: 44 pixels, 60 in the larger edition (WCAG 2.5.5; 适老化)."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + "review-2023/economy/" + mode)
    controls = ".md-logo, .mb-switch, .mb-menu, .md-search__input, .mb-modes a, .mb-settings button"
    for box in page.locator(controls).evaluate_all(
        "nodes => nodes.map(n => [n.className, n.getBoundingClientRect().height])"
    ):
        assert box[1] >= size, box
    page.close()


def test_chinese_on_english_pages_says_that_it_is_chinese(browser, address):
    """Every element of an English page with Chinese of its own lies in lang="zh-Hans"."""
    page = browser.new_page()
    for path in ("en/", "en/numbers/", "en/glossary/", "en/review-2023/economy/?view=both"):
        page.goto(address + path, wait_until="networkidle")
        wrong = page.evaluate(
            """() => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const wrong = [];
              while (walker.nextNode()) {
                const node = walker.currentNode;
                const parent = node.parentElement;
                if (parent.closest("script, style, textarea")) continue;
                if (!/\\p{Script=Han}/u.test(node.data)) continue;
                if (!parent.closest("[lang]").lang.startsWith("zh")) wrong.push(node.data.trim());
              }
              return wrong;
            }"""
        )
        assert wrong == [], path
    page.close()
