"""What the page scripts do for a reader, on the built site, in real Chromium."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

VIEW = {"width": 1280, "height": 900}
REPORT = "review-2023/economy/"
INSIDE = "document.querySelector('[role=dialog], dialog').contains(document.activeElement)"


@pytest.fixture
def page(browser):
    """A page in China, half past seven in the morning, on which nothing may go wrong."""
    page = browser.new_page(viewport=VIEW, timezone_id="Asia/Shanghai", locale="zh-CN")
    page.clock.set_fixed_time("2026-11-24T23:30:00Z")
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert not errors


def _cite(page):
    page.locator("#p9-6 .mb-link").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_query_is_repeated_as_it_was_typed(page, address):
    """Signs that mean something to the script are plain text to the reader."""
    page.goto(address)
    page.locator(".md-search__input").fill("$& $' {zzzqqq}")
    expect(page.locator(".md-search-result__meta")).to_have_text("没有找到“$& $' {zzzqqq}”")


def test_one_key_shortcuts_can_be_turned_off_and_stay_off(page, address):
    """The switch at the foot holds on the next page; WCAG 2.1.4."""
    page.goto(address)
    switch = page.locator("[data-set=keys]")
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    page.goto(address + "en/" + REPORT)
    field = page.locator(".md-search__input")
    for key in "/sf":
        page.keyboard.press(key)
    expect(field).not_to_be_focused()
    page.locator("[data-set=keys]").click()
    page.locator("h1").click()
    page.keyboard.press("s")
    expect(field).to_be_focused()


def test_the_accessibility_page_tells_how_to_turn_the_shortcuts_off(page, address):
    """In both languages, with the name that the switch has."""
    for path in ("accessibility/", "en/accessibility/"):
        page.goto(address + path)
        name = page.locator("[data-set=keys]").inner_text().split(" (")[0].split("（")[0]
        assert name in page.locator("article").inner_text()


def test_a_citation_has_the_readers_own_date(page, address):
    """In China the day begins eight hours before it does in Greenwich."""
    page.goto(address + REPORT)
    _cite(page)
    assert "2026-11-25 访问" in page.locator("#mb-cite-zh").input_value()
    assert "accessed 2026-11-25" in page.locator("#mb-cite-en").input_value()


@pytest.mark.parametrize("old_way", [True, False])
def test_a_text_that_could_not_be_copied_is_selected_and_said_so(page, address, old_way):
    """Only what was copied is called copied."""
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));"
        f"document.execCommand = () => {str(old_way).lower()};"
    )
    page.goto(address + REPORT)
    _cite(page)
    row = page.locator(".mb-copy", has=page.locator("#mb-cite-zh"))
    row.locator("button").click()
    status = page.locator(".mb-copy-status")
    if old_way:
        expect(row.locator("button")).to_have_text("已复制")
        expect(status).to_be_empty()
        return
    expect(status).to_have_text("复制失败。文字已选中，请手动复制。")
    expect(row.locator("button")).to_have_text("复制")
    field = page.locator("#mb-cite-zh")
    expect(field).to_be_focused()
    assert field.evaluate("it => it.value.slice(it.selectionStart, it.selectionEnd) === it.value")


@pytest.mark.parametrize("path", [REPORT, "en/" + REPORT])
def test_the_language_switch_keeps_the_paragraph(page, address, path):
    """Who reads paragraph p9-6 goes on reading it in the other language."""
    other = path.removeprefix("en/") if path.startswith("en/") else "en/" + path
    page.goto(address + path + "?h=企业#p9-6")
    page.locator(".mb-switch").click()
    expect(page).to_have_url(address + other + "#p9-6")
    expect(page.locator("#p9-6")).to_be_in_viewport()


def test_the_language_switch_keeps_what_was_chosen_since(page, address):
    """Filters of the numbers and the query of the search go along, by keyboard, too."""
    page.goto(address + "numbers/")
    page.locator("[name=q]").last.fill("GDP")
    page.locator(".mb-switch").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + "en/numbers/?q=GDP")
    expect(page.locator("[name=q]").last).to_have_value("GDP")
    page.goto(address + "glossary/?filter=地瓜")
    expect(page.locator(".mb-switch")).to_have_attribute("href", "../en/glossary/")
    page.locator(".mb-switch").hover()
    assert page.locator(".mb-switch").evaluate(
        "link => new URL(link.href).searchParams.get('filter')"
    )


def test_the_mark_of_a_hit_stays_in_its_line(page, address):
    """The words are marked where they stand: nothing is moved, and the sentence reads whole."""
    page.goto(address + REPORT)
    plain = page.locator(".mb-block").evaluate_all("all => all.map(one => one.textContent)")
    heights = "all => all.map(one => Math.round(one.getBoundingClientRect().height))"
    before = page.locator(".mb-block").evaluate_all(heights)
    page.goto(address + REPORT + "?h=企业|消费券")
    marks = page.locator("mark.mb-hit")
    expect(marks.first).to_be_visible()
    displays = marks.evaluate_all("all => all.map(one => getComputedStyle(one).display)")
    assert set(displays) == {"inline"}
    assert page.locator(".mb-block").evaluate_all("all => all.map(one => one.textContent)") == plain
    assert page.locator(".mb-block").evaluate_all(heights) == before


@pytest.mark.parametrize(
    ("path", "opener"),
    [(REPORT, "#p9-6 .mb-link"), (REPORT, ".mb-term")],
    ids=["citation", "term"],
)
@pytest.mark.parametrize("is_older", [False, True], ids=["dialog", "no dialog"])
def test_a_dialog_keeps_the_focus_and_gives_it_back(page, address, path, opener, is_older):
    """With the browser's own dialog, and where it has none (Safari before 15.4)."""
    if is_older:
        page.add_init_script("delete HTMLDialogElement.prototype.showModal")
    page.goto(address + path)
    link = page.locator(opener).first
    for close in ("Escape", "button", "outside"):
        link.focus()
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog")
        expect(dialog).to_be_visible()
        expect(dialog).to_have_accessible_name(dialog.locator("h2").inner_text())
        assert page.evaluate(INSIDE)
        if is_older:
            for keys in ["Tab"] * 12 + ["Shift+Tab"] * 12:
                page.keyboard.press(keys)
                assert page.evaluate(INSIDE)
        if close == "Escape":
            page.keyboard.press("Escape")
        elif close == "button":
            dialog.get_by_role("button", name="关闭").click()
        else:
            dialog.click(position={"x": 3, "y": 3})
            expect(dialog).to_be_visible()
            page.mouse.click(5, 5)
        expect(dialog).to_be_hidden()
        expect(link).to_be_focused()


@pytest.mark.parametrize("path", [REPORT, "glossary/", "numbers/"])
def test_without_scripts_no_control_stands_there_dead(page, address, path):
    """Where site.js does not run, what only scripts work does not show; the text does."""
    page.route("**/*.js", lambda route: route.abort())
    page.goto(address + path)
    expect(page.locator("h1")).to_be_visible()
    for control in (".md-search", ".mb-modes", ".mb-sift", ".mb-filter", "[data-set]"):
        for found in page.locator(control).all():
            expect(found).to_be_hidden()
