"""The same commit gives the same bytes: wherever, whenever and by whomever it is built."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MACHINES = (
    {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "1"},
    {"LC_ALL": "C", "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "2", "PYTHONUTF8": "1"},
)
UMASKS = (0o022, 0o077)


def _built(folder, variables, umask):
    """Clone the repository, build and pack the site; return its files by path.

    Brotli's quality is low here: the same bytes come of the same bytes at every quality.
    """
    subprocess.run(["git", "clone", "-q", ROOT, folder], check=True)
    environment = os.environ | variables | {"NO_MKDOCS_2_WARNING": "1"}
    environment["SOURCE_DATE_EPOCH"] = "1700000000"
    packing = "from pathlib import Path; from mingbai.publishing import pack\n"
    packing += "pack.pack(Path('site'), '', quality=1)"
    for command in (["-m", "mkdocs", "build", "--strict"], ["-c", packing]):
        subprocess.run(
            [sys.executable, *command],
            cwd=folder,
            env=environment,
            umask=umask,
            check=True,
            capture_output=True,
        )
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not in a repository")
def test_two_machines_build_the_same_bytes(tmp_path):
    """Other folder, locale, time zone, hash seed and umask; manifest and packed files included."""
    here = _built(tmp_path / "here", MACHINES[0], UMASKS[0])
    there = _built(tmp_path / "far" / "away", MACHINES[1], UMASKS[1])
    assert here.keys() == there.keys()
    assert [path for path in here if here[path] != there[path]] == []
    assert {"manifest.json", "index.html.br", "feed.xml"} <= here.keys()
