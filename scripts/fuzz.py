"""Search for texts that crash or slow down the readers of reports, pages, numbers and data.

``.venv/bin/python scripts/fuzz.py [MINUTES]`` makes texts with hypothesis for each reader. Small
texts must not crash it; repeated texts must take time in proportion to their length. It prints the
number of texts; the exit code is 1 if it found a fault.
"""

import random
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mingbai.content.safety import refusals
from mingbai.content.safety.markup import Markup
from mingbai.errors import MingbaiError
from mingbai.figures import compare, find, find_en
from mingbai.report.pages.blocks import blocks
from mingbai.report.pages.markdown import escape, words
from mingbai.report.pages.pagefile import parse_page
from mingbai.report.parse import parse
from mingbai.report.read import decode
from mingbai.site.compose.macros import arguments
from mingbai.yamlfile import parse as parse_yaml

HERE = Path("fuzz")
WORDS = """
    一、 （一） —— 各位代表： 第一， 1. １ 一是 。 ， 增长 下降 亿元 万 % 个百分点 以上 约 第 全省
    “ ” 【 甲 乙丙丁 2024年 百 千 万 亿 零 点 分之 𠀀 1,234.5 billion percent 12th US$ a
    # {{ }} {% {: } [ ]( ) < > <!-- --> ` * \\ &lt; &# ; [^1] | key: &a *a !t
    \u200b \u202e \ufeff \ud7ff
"""
BLANKS = ("\n", "\n\n", "\r\n", "\u3000", "\t", " ", "---\n", "title: x\n", "!!! note\n    ",
          "- ", "> ", "? ", "RMB ", "over ", "\x00")  # fmt: skip
PIECES = (*WORDS.split(), *BLANKS)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join)
TIMES = (300, 600, 1200)
SLOW = 3.0
"""Tolerated factor above proportional time, because measurements are noisy."""
ENOUGH = 0.05
"""Seconds; shorter times are not compared."""


def read_report(text: str) -> None:
    """Read a text as a report and list its blocks."""
    blocks(parse(decode(text.encode("utf-8", "surrogatepass"), HERE)))


def read_words(text: str) -> None:
    """Check that escaping and unescaping returns the same text."""
    line = " ".join(text.split())
    if line and words(escape(line)) != line:
        raise AssertionError(f"{line!r} came back as {words(escape(line))!r}")


READERS: dict[str, Callable[[str], object]] = {
    "report": read_report,
    "page": parse_page.__wrapped__,
    "safety": lambda text: refusals(text, HERE, Markup(), is_source=False),
    "words": read_words,
    "Chinese numbers": lambda text: list(find(text)),
    "English numbers": lambda text: list(find_en(text)),
    "comparison": lambda text: compare(text, text),
    "macro": lambda text: arguments(f"name({text})"),
    "YAML": lambda text: parse_yaml.__wrapped__(text, HERE),
}
"""By name; a reader may refuse a text with our error, or a ValueError that callers expect."""


def seconds(read: Callable[[str], object], text: str) -> float:
    """Return the shortest of three times that a reader takes, in seconds."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        with suppress(MingbaiError, ValueError, AssertionError):
            read(text)
        best = min(best, time.process_time() - start)
    return best


def crashes(read: Callable[[str], object], until: float) -> tuple[int, str]:
    """Return the number of texts tried, and the fault found; empty if none."""
    tried = 0

    @settings(
        max_examples=400,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(TEXTS)
    def one(text: str) -> None:
        nonlocal tried
        tried += 1
        with suppress(MingbaiError, ValueError):
            read(text)

    while time.monotonic() < until:
        try:
            one()
        except Exception:  # noqa: BLE001 (whatever it is, it is what we look for)
            return tried, traceback.format_exc(limit=-4)
    return tried, ""


def slow(read: Callable[[str], object], draw: random.Random, until: float) -> tuple[int, str]:
    """Return the number of texts repeated, and one whose time grew faster than its length."""
    tried = 0
    while time.monotonic() < until:
        tried += 1
        piece = "".join(draw.choices(PIECES, k=draw.randint(1, 6)))
        times = [seconds(read, piece * count) for count in TIMES]
        proportion = TIMES[-1] / TIMES[0]
        if times[-1] > ENOUGH and times[-1] > SLOW * proportion * max(times[0], 1e-4):
            return tried, f"{piece!r}: {times} seconds for {TIMES} times"
    return tried, ""


def main() -> int:
    """Run every reader for its share of the time."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    share = minutes * 60 / len(READERS) / 2
    draw = random.Random(20240101)  # noqa: S311 (the same texts every time)
    found = 0
    for name, read in READERS.items():
        tried, wrong = crashes(read, time.monotonic() + share)
        repeated, crawling = slow(read, draw, time.monotonic() + share)
        print(f"{name}: {tried} texts, {repeated} repeated texts", flush=True)
        for message in filter(None, (wrong, crawling)):
            found += 1
            print(f"  {message}", flush=True)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
