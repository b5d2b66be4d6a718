"""Plants one mistake at a time into a copy of the clean project, and takes it out again.

tests/checks/mistakes/README.md says how a mistake is written. The tests and
scripts/measure/mistakes.py share this file.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
Mistake = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """What has to be found: a rule, and the file and line that its finding names."""

    rule: str
    file: str
    line: int | None


def mistakes() -> dict[str, tuple[Mistake, ...]]:
    """Return all mistakes by kind, which is the name of their file."""
    paths = sorted((HERE / "mistakes").glob("*.yml"))
    return {path.stem: tuple(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths}


def copy_clean(folder: Path) -> Path:
    """Copy the clean project, with the macros of this one, to a new folder; return the folder."""
    shutil.copytree(HERE / "clean", folder)
    shutil.copytree(ROOT / "overrides" / "macros", folder / "overrides" / "macros")
    return folder


@contextmanager
def planted(mistake: Mistake, tree: Path) -> Iterator[Place]:
    """Yield what has to be found while the mistake is in the tree; restore the tree afterwards."""
    before: dict[Path, bytes | None] = {}
    try:
        for change in (mistake, *mistake.get("also", ())):
            path = tree / change["file"]
            before[path] = path.read_bytes() if path.is_file() else None
        line = 1
        for change in reversed((mistake, *mistake.get("also", ()))):
            line = _change(change, tree / change["file"])
        file = mistake.get("in", mistake["file"])
        yield Place(mistake["rule"], file, _line(mistake, tree / file, line))
    finally:
        for path, data in before.items():
            path.unlink(missing_ok=True)
            if data is not None:
                path.write_bytes(data)


def _change(change: Mistake, path: Path) -> int:
    """Make one change; return the line on which it begins."""
    if change.get("gone"):
        path.unlink()
    elif "link" in change:
        path.symlink_to(change["link"])
    elif "text" in change:
        path.write_text(change["text"], encoding="utf-8", newline="")
    else:
        return _replace(change, path)
    return 1


def _replace(change: Mistake, path: Path) -> int:
    old, data, at = change["old"].encode(), path.read_bytes(), -1
    for _ in range(change.get("nth", 1)):
        at = data.index(old, at + 1)
    new = bytes.fromhex(change["bytes"]) if "bytes" in change else change.get("new", "").encode()
    rest = b"\n" if change.get("rest") else data[at + len(old) :]
    path.write_bytes(data[:at] + new + rest)
    return data[:at].count(b"\n") + 1


def _line(mistake: Mistake, path: Path, start: int) -> int | None:
    if "line" in mistake:
        return mistake["line"]
    if "at" not in mistake:
        return start
    lines = path.read_bytes().decode(errors="replace").split("\n")
    return 1 + next(n for n, line in enumerate(lines) if mistake["at"] in line)
