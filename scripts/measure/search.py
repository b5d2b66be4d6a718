"""Measure the search's results, size and speed, and compare them with Material's search.

``.venv/bin/python scripts/measure/search.py [--material] [--sizes 1 10 100]`` builds sites in a
temporary folder, runs tests/search/queries.yml in Chromium, and prints tables. Larger sizes repeat
the pages of the report's site, each copy with other sentences, numbers and place names. Bytes are
the sizes of all requested files, compressed by brotli (quality 11).
"""

import argparse
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import brotli
import yaml
from playwright.sync_api import Browser, Page, sync_playwright
from sites import build, served, write_site

from mingbai.language import Language
from mingbai.project import Project
from mingbai.site.compose.sites import read_site
from mingbai.site.search.documents import SearchPage, search_pages
from mingbai.site.search.fold import fold

ROOT = Path(__file__).parents[2]
QUERIES = ROOT / "tests" / "search" / "queries.yml"
SAMPLE = (
    ("zh", "消费券"),
    ("zh", "学校学位增加多少"),
    ("zh", "養老服務"),
    ("zh", "G60科创走廊"),
    ("zh", "高质量发展"),
    ("zh", "diguajingji"),
    ("zh", "elder care"),
    ("zh", "lighthouse factory"),
    ("en", "consumer vouchers"),
    ("en", "how many school places were added"),
    ("en", "kindergardens"),
    ("en", "地瓜经济"),
    ("en", "high-quality development"),
)
SUBSTRINGS = 300
ASK = """
([language, queries]) => new Promise((done, fail) => {
  const worker = new Worker("/assets/js/search/search-worker.js");
  const found = [];
  let sent = performance.now();
  worker.onerror = (event) => fail(new Error(event.message));
  worker.onmessage = ({ data: { type, data } }) => {
    if (type === 3 && !data.items) return;
    if (type === 3) found.push({
      ms: performance.now() - sent,
      pages: data.pages.map((page) => page.location),
      hits: data.items.map((items) => items.map((item) => item.location)),
    });
    if (found.length === queries.length) { worker.terminate(); done(found); return; }
    sent = performance.now();
    worker.postMessage({ type: 2, data: { text: queries[found.length], seq: found.length + 1 } });
  };
  worker.postMessage({ type: 0, data: { language } });
})
"""
PAINT = """
() => {
  window.times = [];
  const field = document.querySelector(".md-search__input");
  field.addEventListener("input", (event) => { window.pressed = event.timeStamp; }, true);
  new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => {
    if (window.pressed) window.times.push(performance.now() - window.pressed);
    window.pressed = 0;
  }))).observe(document.querySelector(".md-search-result__list"), { childList: true });
}
"""


def substrings(page: Page, pages: tuple[SearchPage, ...]) -> list[float]:
    """Print how many substrings of 2 to 8 characters are found on the first three results.

    Returns:
        The engine's times, in milliseconds.
    """
    draw = random.Random()  # noqa: S311 (other ones each time)
    texts = {own.url: fold("".join(block.text for block in own.blocks)) for own in pages}
    queries: list[str] = []
    while len(queries) < SUBSTRINGS:
        text = draw.choice([block.text for block in draw.choice(pages).blocks] or [""])
        start, length = draw.randrange(len(text) + 1), draw.randint(2, 8)
        if len(fold(text[start : start + length])) > 1:
            queries.append(text[start : start + length])
    answers = page.evaluate(ASK, ["zh", queries])
    right = [
        any(fold(query) in texts[url] for url in answer["pages"][:3])
        for query, answer in zip(queries, answers, strict=True)
    ]
    empty = sum(not answer["pages"] for answer in answers)
    missed = [query for query, is_right in zip(queries, right, strict=True) if not is_right]
    share = sum(right) / len(right)
    print(f"{len(right)} random substrings: right {share:.3f}, empty {empty} {missed[:8]}")
    return [answer["ms"] for answer in answers]


def weigh(folder: Path, asked: list[str]) -> int:
    """Return the compressed bytes of the requested files."""
    paths = {path.lstrip("/") for path in asked}
    return sum(
        len(brotli.compress((folder / path).read_bytes()))
        for path in paths
        if (folder / path).is_file() and not path.endswith(".html")
    )


def first_results(browser: Browser, folder: Path) -> dict[str, int]:
    """Return the bytes loaded before the first result of each sample query, on a fresh visit.

    They include the search field's script, which the page loads before the worker.
    """
    script = len(brotli.compress((folder / "assets/js/search/search.js").read_bytes()))
    found = {}
    for language, query in SAMPLE:
        with served(folder) as (address, asked):
            context = browser.new_context()
            page = context.new_page()
            page.goto(address)
            page.evaluate(ASK, [language, [query]])
            found[f"{language} {query}"] = weigh(folder, asked) + script
            context.close()
    return found


def groups() -> list[dict[str, Any]]:
    """Return the groups of queries in tests/search/queries.yml."""
    read = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    return [
        {**group, "queries": {str(key): value for key, value in group["queries"].items()}}
        for group in read
    ]


def quality(page: Page, where: dict[str, str]) -> list[float]:
    """Print the share of right pages and paragraphs by group; return the engine's times."""
    scores: dict[str, list[tuple[bool, bool]]] = {}
    times: list[float] = []
    for group in groups():
        answers = page.evaluate(ASK, [group["page"], list(group["queries"])])
        for wanted, answer in zip(group["queries"].values(), answers, strict=True):
            times.append(answer["ms"])
            pages = {page.removeprefix("en/") for page in answer["pages"][:3]}
            anchors = {hit.partition("#")[2] for hits in answer["hits"][:3] for hit in hits[:3]}
            right = bool(pages & {where[anchor] for anchor in wanted})
            scores.setdefault(group["class"], []).append((right, bool(anchors & set(wanted))))
    print(f"{'class':32}{'queries':>8}{'page':>8}{'paragraph':>11}")
    every = [score for found in scores.values() for score in found]
    for name, found in [*scores.items(), ("all", every)]:
        shares = [sum(column) / len(found) for column in zip(*found, strict=True)]
        print(f"{name:32}{len(found):8}{shares[0]:8.3f}{shares[1]:11.3f}")
    return times


def p95(times: list[float]) -> float:
    """Return the 95th percentile, in the unit of the times."""
    return statistics.quantiles(times, n=20)[-1]


def paint(browser: Browser, folder: Path) -> float:
    """Return the 95th percentile of the time from key to painted result on the built site."""
    with served(folder) as (address, _):
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(address)
        page.keyboard.press("/")
        page.wait_for_selector(".md-search__output:not([hidden])")
        page.keyboard.type("养老")
        page.wait_for_selector(".md-search-result__link")
        page.evaluate(PAINT)
        field = page.locator(".md-search__input")
        for query in (
            "消费券",
            "停车位",
            "高质量发展",
            "学校学位增加多少",
            "gdp",
            "yanglao",
            "7062.5",
        ):
            field.fill("")
            for key in query:
                page.keyboard.insert_text(key)
                page.wait_for_timeout(120)
        times = page.evaluate("times")
        page.close()
        return p95(times)


def material(browser: Browser, where: dict[str, str], folder: Path) -> None:
    """Print what Material's own search finds on the same pages, Chinese queries only."""
    subprocess.run(
        [sys.executable, "-m", "mingbai", "stage", folder / "plain"], cwd=ROOT, check=True
    )
    config = folder / "plain" / "mkdocs.yml"
    data = yaml.safe_load(config.read_text(encoding="utf-8"))
    data["plugins"] = [{"search": {"lang": ["zh", "en"]}}]
    config.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    build(config, folder / "stock")
    right = none = 0
    queries = [(q, w) for g in groups() if g["page"] == "zh" for q, w in g["queries"].items()]
    with served(folder / "stock") as (address, asked):
        page = browser.new_page()
        page.goto(address, wait_until="networkidle")
        loaded = weigh(folder / "stock", [path for path in asked if "search" in path])
        page.keyboard.press("/")
        for query, wanted in queries:
            page.locator(".md-search__input").fill("")
            page.wait_for_timeout(100)
            page.locator(".md-search__input").fill(query)
            page.keyboard.press("Shift")
            page.wait_for_timeout(500)
            hrefs = page.locator(".md-search-result__item").evaluate_all(
                "all => all.slice(0, 3).map(one => new URL(one.querySelector('a').href).pathname)"
            )
            urls = {href.lstrip("/").removeprefix("en/") for href in hrefs}
            right += bool(urls & {where[anchor] for anchor in wanted})
            none += not hrefs
        page.close()
    print(
        f"Material's own search: {len(queries)} queries on Chinese pages, right page "
        f"{right / len(queries):.3f}, nothing at all {none / len(queries):.3f}; "
        f"{loaded / 1000:.1f} KB on every page load"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--material", action="store_true", help="Material's own search too")
    parser.add_argument("--sizes", nargs="*", type=int, default=[1, 10, 100])
    options = parser.parse_args()
    site = read_site(Project(ROOT))
    where = {b.anchor: page.url for page in search_pages(site, Language.ZH) for b in page.blocks}
    folder = Path(tempfile.mkdtemp())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for size in options.sizes:
            target = folder / str(size)
            pages = write_site(target, site, size)
            print(f"\n== {size} times the pages")
            with served(target) as (address, _):
                page = browser.new_page()
                page.goto(address)
                times = substrings(page, pages)
                if size == 1:
                    times += quality(page, where)
                page.close()
            print(f"engine p95 {p95(times):.1f} ms, median {statistics.median(times):.1f} ms")
            weights = first_results(browser, target)
            for query, weight in weights.items():
                print(f"{weight / 1000:7.1f} KB  {query}")
            print(f"{max(weights.values()) / 1000:7.1f} KB  at most")
        build(ROOT / "mkdocs.yml", folder / "built")
        print(f"\nkey to painted result, p95: {paint(browser, folder / 'built'):.1f} ms")
        if options.material:
            material(browser, where, folder)
        browser.close()
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
