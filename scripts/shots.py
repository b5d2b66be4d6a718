"""Take screenshots of pages of the built site in several widths, colour schemes and languages.

Usage: python scripts/shots.py OUT_FOLDER [PAGE …]
"""

import functools
import http.server
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
PAGES = ("", "en/", "review-2023/economy/", "en/review-2023/economy/")
SIZES = ((360, 740), (1440, 900))
CHROMIUM = "/usr/bin/chromium"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Print nothing."""


def main(out: Path, pages: tuple[str, ...]) -> None:
    """Write one PNG for each page, size and colour scheme."""
    out.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(_Quiet, directory=ROOT / "site")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        for width, height in SIZES:
            for scheme in ("light", "dark"):
                page = browser.new_page(
                    viewport={"width": width, "height": height}, color_scheme=scheme
                )
                for name in pages:
                    page.goto(base + name)
                    file = name.strip("/").replace("/", "_").replace("#", "_") or "home"
                    page.screenshot(path=out / f"{file}-{width}-{scheme}.png")
                page.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(sys.argv[2:]) or PAGES)
