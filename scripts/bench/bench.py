"""Measure builds of the same pages by mingbai, MkDocs with Material, Zensical and Hugo.

``.venv/bin/python scripts/bench/bench.py [--pages 40 200 400 4000] [--tools …] [--peers VENV]``
writes a project for each size and tool into a fresh folder (write.py), builds it cold, changes a
sentence, and builds it again; then it builds the report's own site. It stores the results in
docs/reference/benchmarks.json, so that one tool can be measured again, and writes
docs/reference/benchmarks.md from them. It installs nothing, and reports missing tools.
"""

import argparse
import re
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from forecast import extrapolate
from processes import OverBudget, run
from results import NAMES, SITE, Cost, Result, load, save
from tools import Build, prepare, prepare_site, versions_of

WARM_UP = 20
"""Pages of the unmeasured first builds, which fill the machine's file cache."""
NEW = "This sentence was changed. "
_SENTENCE = re.compile(r"(?m)^[A-Z][^.\d<\n]*\. ")


def build(project: Build, limit: float) -> Cost:
    """Run a project's commands and return their total cost."""
    costs = [run(folder, command, limit) for folder, command in project.commands]
    return Cost(
        sum(cost.cpu for cost in costs),
        sum(cost.wall for cost in costs),
        max(cost.peak for cost in costs),
    )


def edit(page: Path) -> None:
    """Change the first sentence without digits that begins a paragraph."""
    text, count = _SENTENCE.subn(NEW, page.read_text(encoding="utf-8"), count=1)
    if not count:
        raise SystemExit(f"{page}: no sentence to change.")
    page.write_text(text, encoding="utf-8")


def measure(project: Build, pages: int, limit: float, versions: str) -> Result:
    """Build cold, change a sentence, build again; check that the site contains the change."""
    cold = build(project, limit)
    files = [file for site in project.sites for file in site.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    made = [file for file in files if file.suffix == ".html"]
    if len(made) < 2 * pages:
        raise SystemExit(f"{project.tool}: {len(made)} pages of {2 * pages}.")
    edit(project.edited)
    after = build(project, limit)
    name = project.edited.name.split(".")[0]
    shown = [file for file in made if name in file.as_posix() and NEW.strip() in file.read_text()]
    if not shown:
        raise SystemExit(f"{project.tool}: the edited sentence is not in the site.")
    day = datetime.now(UTC).date().isoformat()
    return Result(
        project.tool,
        pages,
        cold,
        after,
        size,
        len(files),
        estimated=False,
        versions=versions,
        day=day,
    )


def result_at(
    tool: str, pages: int, known: Sequence[Result], options: argparse.Namespace, versions: str
) -> Result | None:
    """Measure a tool at a size; extrapolate if another tool would exceed the budget."""
    is_peer = tool != "mingbai"
    limit = options.budget if is_peer else float("inf")
    smaller = [one for one in known if one.tool == tool and SITE < one.pages < pages]
    smaller = sorted((one for one in smaller if not one.estimated), key=lambda one: one.pages)
    if smaller and extrapolate(smaller, pages).cold.wall > limit:
        return extrapolate(smaller, pages)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "project"
        if pages == SITE:
            project = prepare_site(tool, folder, options.peers)
        else:
            project = prepare(tool, pages, folder, options.peers)
        try:
            return measure(project, pages, limit, versions)
        except OverBudget:
            if not smaller:
                print(f"{tool}, {pages} pages: stopped after {limit:.0f} s.")
                return None
            return extrapolate(smaller, pages)


def main() -> None:
    """Run the requested measurements, store the results, write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[40, 400])
    parser.add_argument("--tools", nargs="+", choices=list(NAMES), default=list(NAMES))
    parser.add_argument("--peers", type=Path, help="a virtual environment with the other tools")
    parser.add_argument(
        "--budget", type=float, default=600, help="time limit in seconds for other tools"
    )
    options = parser.parse_args()
    options.peers = options.peers.absolute() if options.peers else None
    results = load()
    for tool in options.tools:
        versions = versions_of(tool, options.peers)
        if versions is None:
            continue
        with tempfile.TemporaryDirectory() as name:
            build(prepare(tool, WARM_UP, Path(name) / "project", options.peers), float("inf"))
        for pages in sorted(options.pages):
            if pages == SITE and tool not in {"mingbai", "zensical", "hugo-docsy"}:
                continue
            found = result_at(tool, pages, tuple(results.values()), options, versions)
            if found is not None:
                results[tool, pages] = found
                print(f"{tool}, {pages}: cold {found.cold}, edit {found.edit}", flush=True)
                save(results)


if __name__ == "__main__":
    main()
