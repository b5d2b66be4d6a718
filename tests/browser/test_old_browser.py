"""The site in the oldest Chromium that package.json's "browserslist" names: 85, from npm.

Playwright asks elements whether they are visible in a way that came with Chromium 105; so here the
page is asked by plain scripts, and clicked by the mouse's place.
"""

import tarfile
from io import BytesIO
from pathlib import Path

import brotli
import pytest

pytestmark = pytest.mark.browser

PACKED = Path(__file__).parents[2] / "node_modules" / "chrome-aws-lambda" / "bin"


@pytest.fixture(scope="module")
def old_browser(browser, tmp_path_factory):
    """Chromium 85, unpacked from the npm package chrome-aws-lambda 5.2.1."""
    if not (PACKED / "chromium.br").exists():
        pytest.skip("the npm package chrome-aws-lambda is absent: scripts/setup test installs it")
    folder = tmp_path_factory.mktemp("chromium-85")
    program = folder / "chromium"
    program.write_bytes(brotli.decompress((PACKED / "chromium.br").read_bytes()))
    program.chmod(0o755)
    libraries = BytesIO(brotli.decompress((PACKED / "swiftshader.tar.br").read_bytes()))
    with tarfile.open(fileobj=libraries) as archive:
        archive.extractall(folder, filter="data")
    old = browser.browser_type.launch(
        executable_path=program, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    )
    yield old
    old.close()
    program.unlink()


@pytest.fixture(params=[360, 1440])
def page(old_browser, request):
    """A page on which nothing may go wrong."""
    view = {"width": request.param, "height": 800}
    page = old_browser.new_page(viewport=view, reduced_motion="reduce", bypass_csp=True)
    page.set_default_timeout(10_000)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    yield page
    page.close()
    assert not errors


def _wait(page, selector, condition="true"):
    """Wait until an element is seen on the page, and a condition holds of it."""
    page.wait_for_function(
        f"""(selector) => [...document.querySelectorAll(selector)].some(
          (one) => one.getClientRects().length > 0 && ({condition}))""",
        arg=selector,
    )


def _click(page, selector):
    """Click in the middle of the first line of the first element that a selector finds."""
    _wait(page, selector)
    x, y = page.evaluate(
        """(selector) => {
          const found = document.querySelector(selector);
          found.scrollIntoView({ block: "center" });
          const { left, top, width, height } = found.getClientRects()[0];
          return [left + width / 2, top + height / 2];
        }""",
        selector,
    )
    page.mouse.click(x, y)


def test_it_is_the_oldest_that_we_serve(old_browser):
    """What passes here passes in the version that package.json names."""
    assert old_browser.version.startswith("85.")


def test_a_report_page_works_whole(page, address):
    """Found by the search, marked, with its terms, its citation, both languages and the switch."""
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("消费券")
    _click(page, ".md-search-result__link")
    _wait(page, "mark.mb-hit")
    _click(page, ".mb-term")
    _wait(page, ".mb-dialog .mb-term-text", "one.textContent.length > 10")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.matches('.mb-term')")
    page.evaluate("document.querySelector('.mb-block:target .mb-link').focus()")
    page.keyboard.press("Enter")
    cited = address + "review-2023/economy/#p9-10"
    _wait(page, "#mb-cite-link", f"one.value === '{cited}'")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.matches('.mb-link')")
    _click(page, "[data-view=both]")
    _wait(page, ".mb-counterpart", "one.textContent.includes('vouchers')")
    _click(page, ".mb-switch")
    page.wait_for_url(address + "en/review-2023/economy/?view=both#p9-10")


@pytest.mark.parametrize("path", ["", "review-2023/economy/", "numbers/", "en/glossary/"])
def test_the_page_keeps_its_margins(page, address, path):
    """No text touches the screen's edge, nothing is wider than it, chips and buttons have room."""
    page.goto(address + path, wait_until="networkidle")
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
    assert page.evaluate("document.querySelector('h1').getBoundingClientRect().left") >= 15
    paddings = page.evaluate(
        "[...document.querySelectorAll('.mb-chips a, .mb-modes a')]"
        ".map(one => parseFloat(getComputedStyle(one).paddingLeft))"
    )
    assert all(padding >= 10 for padding in paddings)


def test_filters_work(page, address):
    """The figures and the glossary are filtered."""
    page.goto(address + "numbers/")
    _click(page, ".mb-filter [name=q]")
    page.keyboard.type("就业")
    shown = "document.querySelectorAll('#figures tr[data-search]:not([hidden])').length"
    page.wait_for_function(f"{shown} > 0 && {shown} < 100")
    page.goto(address + "glossary/")
    _click(page, "#mb-sift")
    page.keyboard.type("digua")
    left = "document.querySelectorAll('.mb-entry:not([hidden])').length"
    page.wait_for_function(f"{left} > 0 && {left} < 10")
