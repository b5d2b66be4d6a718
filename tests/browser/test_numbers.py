"""The numbers page in real Chromium: filter, order, address, keyboard, no script."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ROWS = "#figures tr[data-search]"
SHOWN = "#figures tr[data-search]:not([hidden])"


@pytest.fixture(params=[360, 1440])
def page(browser, request):
    """A page on which no script may fail."""
    page = browser.new_page(viewport={"width": request.param, "height": 800})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


def test_a_topic_filters_the_rows_and_stands_in_the_address(page, address):
    """The count is told, the address can be shared, back and forward undo and redo."""
    page.goto(address + "numbers/")
    whole = page.locator(ROWS).count()
    expect(page.locator("main [role=status]").first).to_be_visible()
    page.select_option("select[name=topic]", "education")
    expect(page).to_have_url(re.compile(r"\?topic=education$"))
    few = page.locator(SHOWN).count()
    assert 0 < few < whole
    expect(page.locator(".mb-filter [role=status]")).to_have_text(f"共{whole}项，显示{few}项")
    page.select_option("select[name=kind]", "target")
    expect(page).to_have_url(re.compile(r"\?topic=education&kind=target$"))
    page.go_back()
    expect(page.locator("select[name=kind]")).to_have_value("")
    expect(page.locator(SHOWN)).to_have_count(few)
    page.go_forward()
    expect(page.locator("select[name=kind]")).to_have_value("target")


def test_a_shared_address_opens_the_same_view(page, address):
    """Words, topic and order are taken from the address; what is unknown is passed over."""
    page.goto(address + "en/numbers/?kind=result&q=export&sort=growth&topic=nonsense")
    expect(page.locator(".mb-filter input[name=q]")).to_have_value("export")
    expect(page.locator("select[name=topic]")).to_have_value("")
    expect(page.locator(SHOWN).first).to_contain_text("new trio")


@pytest.mark.parametrize("words", ["地区生产总值", "gross DOMESTIC", "ＧＤＰ", "7062.5亿元"])
def test_words_of_either_language_find_a_figure(page, address, words):
    """Chinese on the English page, capitals, full-width letters, words of the sentence."""
    page.goto(address + "en/numbers/")
    page.fill(".mb-filter input[name=q]", words)
    expect(page.locator(SHOWN).first).to_be_visible()
    expect(page.locator(SHOWN, has_text="Gross domestic product (GDP)").first).to_be_visible()


def test_typing_is_one_step_back(page, address):
    """Letters typed one after another do not fill the history."""
    page.goto(address + "en/numbers/")
    page.locator(".mb-filter input[name=q]").press_sequentially("container")
    expect(page.locator(SHOWN).first).to_contain_text("Container")
    page.go_back()
    expect(page.locator(".mb-filter input[name=q]")).to_have_value("")


@pytest.mark.parametrize(
    ("order", "key", "sign"), [("growth", "growth", -1), ("place", "place", 1)]
)
def test_an_order_sorts_numbers_as_numbers(page, address, order, key, sign):
    """Largest rises or first places first; rows without such a number come last."""
    page.goto(address + f"en/numbers/?sort={order}")
    values = page.locator(ROWS).evaluate_all(f"rows => rows.map(row => row.dataset.{key})")
    numbers = [float(value) for value in values if value]
    assert numbers == sorted(numbers, key=lambda value: sign * value)
    assert values[: len(numbers)] == [value for value in values if value]


def test_the_order_of_the_report_comes_back(page, address):
    """After sorting and clearing, the rows stand as they were written."""
    page.goto(address + "en/numbers/")
    names = page.locator(f"{ROWS} th").all_text_contents()
    page.select_option("select[name=sort]", "name")
    assert page.locator(f"{ROWS} th").all_text_contents() != names
    page.locator(".mb-filter button[type=reset]").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + "en/numbers/")
    assert page.locator(f"{ROWS} th").all_text_contents() == names
    expect(page.locator(".mb-filter input[name=q]")).to_be_focused()


def test_every_control_is_reached_by_keyboard_and_large_enough(page, address):
    """Tab goes through the fields in order; each is at least 44 pixels high."""
    page.goto(address + "en/numbers/")
    page.locator(".mb-filter input[name=q]").focus()
    for name in ("topic", "part", "kind", "sort"):
        page.keyboard.press("Tab")
        expect(page.locator(f"select[name={name}]")).to_be_focused()
    controls = page.locator(".mb-filter :is(input, select, button), .mb-numbers summary")
    heights = controls.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert min(heights) >= 44


@pytest.mark.parametrize("path", ["numbers/", "en/numbers/", "", "en/"])
def test_tables_and_charts_fit_the_screen(page, address, path):
    """Nothing scrolls sideways, with all sentences opened."""
    page.goto(address + path)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_the_table_is_whole_without_a_script(browser, address):
    """All rows are shown, and no field that would do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "en/numbers/")
    expect(page.locator(".mb-filter")).to_be_hidden()
    for place in (0, -1):
        expect(page.locator(ROWS).nth(place)).to_be_visible()
    context.close()
