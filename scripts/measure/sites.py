"""The sites that are measured: made in several sizes, built, and served."""

import functools
import http.server
import os
import random
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from mingbai.language import LANGUAGES
from mingbai.site.compose.sites import Site
from mingbai.site.mkdocs.assets import read_assets
from mingbai.site.search import files
from mingbai.site.search.documents import SearchBlock, SearchPage, search_pages

ROOT = Path(__file__).parents[2]
PLACES = ("嘉兴", "嘉善", "海宁", "平湖", "Jiaxing", "Jiashan", "Haining", "Pinghu")
LETTERS = ("ba", "ce", "di", "fo", "gu", "ha", "ke", "lo", "mi", "nu", "pa", "re", "so", "tu", "wi")


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Serve a folder; yield its address and the list of requested paths."""
    asked: list[str] = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path.partition("?")[0])
            super().do_GET()

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    handler = functools.partial(Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()
    server.server_close()


def build(config: Path, folder: Path) -> None:
    """Build an MkDocs project."""
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", config, "-d", folder],
        check=True,
        cwd=config.parent,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )


def write_site(folder: Path, site: Site, times: int) -> tuple[SearchPage, ...]:
    """Write the search files for a site of a size, the scripts, and an empty page.

    Returns:
        The Chinese pages.
    """
    own = {language: grown(search_pages(site, language), times) for language in LANGUAGES}
    made = files.files_of(site.library, own)
    for path, data in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    scripts = folder / "assets" / "js"
    scripts.mkdir(parents=True)
    for name, data in read_assets(ROOT / "overrides" / "assets").files.items():
        (scripts / name).parent.mkdir(exist_ok=True)
        (scripts / name).write_bytes(data)
    (folder / "index.html").write_text("<!doctype html><title>-</title>", encoding="utf-8")
    return own["zh"]


def grown(pages: tuple[SearchPage, ...], times: int) -> tuple[SearchPage, ...]:
    """Return the pages and ``times - 1`` copies of them with other sentences."""
    draw = random.Random(times)  # noqa: S311 (the same pages each time)
    sentences = [
        sentence
        for page in pages
        for block in page.blocks
        for sentence in re.findall(r"[^。.]+[。.]?", block.text)
    ]
    han = [one for sentence in sentences for one in sentence if "一" <= one <= "鿿"]
    found = list(pages)
    for copy in range(1, times):
        names = {place: "".join(draw.choices(han or LETTERS, k=3)) for place in PLACES}
        for page in pages:
            blocks = tuple(
                SearchBlock(block.anchor, block.kind, _other(block.text, sentences, names, draw))
                for block in page.blocks
            )
            found.append(replace(page, url=f"{copy}/{page.url}", blocks=blocks))
    return tuple(found)


def _other(text: str, sentences: list[str], names: dict[str, str], draw: random.Random) -> str:
    made = ""
    while len(made) < len(text):
        made += draw.choice(sentences)
    for place, name in names.items():
        made = made.replace(place, name)
    return re.sub(r"\d", lambda _: str(draw.randrange(10)), made[: max(len(text), 8)])
