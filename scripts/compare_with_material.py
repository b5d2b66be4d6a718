"""Print the cost of a first view of our pages, and of ordinary Material with the same text.

``.venv/bin/python scripts/compare_with_material.py`` builds our site, and the staged tree with the
unchanged theme. It opens each page in a fresh Chromium of 360 by 740 pixels. Bytes are the sizes
of all requested files until the network was idle, compressed by brotli (quality 11), except
pictures and fonts. The shift is the Cumulative Layout Shift.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import brotli
import yaml
from playwright.sync_api import Browser, sync_playwright

from measure.sites import build, served

ROOT = Path(__file__).parent.parent
PAGES = {
    "home": "",
    "report": "review-2023/livelihoods/",
    "numbers": "numbers/",
    "glossary": "glossary/",
    "topic": "topics/education/",
    "route": "for/children/",
    "one picture": "one-picture/",
}
PACKED = {".png", ".jpg", ".webp", ".woff2", ".gz"}
SHIFT = """
() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})
"""


def first_view(browser: Browser, folder: Path, path: str) -> tuple[int, int, float]:
    """Return the bytes, requests and layout shift of one page of the site in a folder."""
    with served(folder) as (address, asked):
        context = browser.new_context(viewport={"width": 360, "height": 740})
        page = context.new_page()
        page.goto(address + path, wait_until="networkidle")
        shift = page.evaluate(SHIFT)
        context.close()
        return sum(weight(folder, one) for one in asked), len(asked), shift


def weight(folder: Path, path: str) -> int:
    """Return the bytes of a file as sent; 0 if it does not exist."""
    file = folder / path.lstrip("/")
    file = file / "index.html" if file.is_dir() else file
    if not file.is_file():
        return 0
    data = file.read_bytes()
    return len(data) if file.suffix in PACKED else len(brotli.compress(data))


def main() -> None:
    """Build both sites and print one line per page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(ROOT / "mkdocs.yml", folder / "ours")
        command = [sys.executable, "-m", "mingbai", "stage", folder / "plain"]
        subprocess.run(command, check=True, cwd=ROOT)
        config = folder / "plain" / "mkdocs.yml"
        data = yaml.safe_load(config.read_text(encoding="utf-8"))
        data.pop("extra_css", None)
        config.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
        build(config, folder / "material")
        print(f"{'page':12} {'language':8} {'ours KB':>8} {'requests':>8} {'shift':>6}"
              f" {'Material KB':>12} {'requests':>8} {'shift':>6}")  # fmt: skip
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            for title, path in PAGES.items():
                for root in ("", "en/"):
                    ours = first_view(browser, folder / "ours", root + path)
                    theirs = first_view(browser, folder / "material", root + path)
                    print(f"{title:12} {root or 'zh':8} {ours[0] / 1000:8.1f} {ours[1]:8}"
                          f" {ours[2]:6.3f} {theirs[0] / 1000:12.1f} {theirs[1]:8}"
                          f" {theirs[2]:6.3f}")  # fmt: skip
            browser.close()


if __name__ == "__main__":
    main()
