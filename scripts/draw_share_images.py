"""Draw the pictures for social media and the icons, from the mark and the edition.

They are committed, so that a build needs no browser. Usage: python scripts/draw_share_images.py
"""

import shutil
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from mingbai.content.edition import Edition, read_edition
from mingbai.language import LANGUAGES
from mingbai.project import Project

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "overrides" / "assets"
PAGE = """<!doctype html><html lang="{lang}"><style>
* {{ box-sizing: border-box; margin: 0 }}
body {{ width: {width}px; height: {height}px; background: #fbf9f4; color: #1f2624; padding: {pad}px;
  border-top: {bar}px solid #17655a; display: flex; flex-direction: column; justify-content: center;
  font-family: Georgia, "Noto Serif CJK SC", "Songti SC", serif }}
svg {{ width: {mark}px; height: {mark}px; margin-bottom: {gap}px }}
h1 {{ font-size: {big}px; line-height: 1.25 }}
p {{ font-size: {small}px; line-height: 1.5; margin-top: {gap}px; color: #5b625d }}
</style><body>{svg}<h1>{name}</h1><p>{title}</p></body></html>"""


def main() -> None:
    """Write share-LANGUAGE.png (1200 by 630), the square ones (300) and the icons (192, 512)."""
    edition = read_edition(Project(ROOT))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for language in LANGUAGES:
            _card(browser, edition, language, (1200, 630), ASSETS / f"share-{language}.png")
            _card(browser, edition, language, (300, 300), ASSETS / f"square-{language}.png")
        for size in (192, 512):
            page = browser.new_page(viewport={"width": size, "height": size})
            svg = (ASSETS / "mark.svg").read_text(encoding="utf-8")
            page.set_content(f"<style>*{{margin:0}}svg{{width:{size}px}}</style>{svg}")
            page.screenshot(path=ASSETS / f"mark-{size}.png", omit_background=True)
            page.close()
        browser.close()


def _card(
    browser: Browser, edition: Edition, language: str, size: tuple[int, int], path: Path
) -> None:
    """Draw one card; the smaller one shows only the mark and the name."""
    width, height = size
    is_small = width < 600  # noqa: PLR2004 (a square for a chat)
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_content(
        PAGE.format(
            lang="en" if language == "en" else "zh-Hans",
            width=width,
            height=height,
            pad=24 if is_small else 90,
            bar=8 if is_small else 18,
            mark=84 if is_small else 120,
            gap=14 if is_small else 28,
            big=34 if is_small else 84,
            small=17 if is_small else 34,
            svg=(ASSETS / "mark.svg").read_text(encoding="utf-8"),
            name=escape(edition.short_title.say(language)),
            title="" if is_small else escape(edition.title.say(language)),
        )
    )
    page.screenshot(path=path)
    page.close()


if __name__ == "__main__":
    main()
