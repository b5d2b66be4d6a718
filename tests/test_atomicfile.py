"""Files are written whole or not at all."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mingbai import atomicfile
from mingbai.atomicfile import SUFFIX, write_file, write_text
from mingbai.errors import TargetUnwritable

PACKAGE = Path(__file__).parents[1] / "site_src" / "mingbai"


def test_a_file_holds_what_was_written(tmp_path):
    """Folders are made, line ends stay, and nothing is left beside the file."""
    path = tmp_path / "a" / "b.txt"
    write_text(path, "甲\r\n乙\n")
    assert path.read_bytes() == "甲\r\n乙\n".encode()
    assert list(path.parent.iterdir()) == [path]


def test_permissions_of_an_existing_file_stay(tmp_path):
    """A file that a group may write stays so."""
    path = tmp_path / "a.txt"
    write_text(path, "1")
    path.chmod(0o664)
    write_text(path, "2")
    assert path.stat().st_mode & 0o777 == 0o664


def test_an_interrupted_write_leaves_the_old_file(tmp_path, monkeypatch):
    """The disk fills up while the new contents are brought to it."""
    path = tmp_path / "a.txt"
    write_text(path, "old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomicfile.os, "fsync", full)
    with pytest.raises(TargetUnwritable, match="no space left"):
        write_text(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_larger_than_the_disk_allows_leaves_the_old_one(tmp_path):
    """In a real process whose files may not grow beyond 4 KB."""
    path = tmp_path / "a.txt"
    write_text(path, "old")
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from mingbai.atomicfile import write_file\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "write_file(Path(sys.argv[1]), b'x' * 100_000)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=False
    )
    assert "TargetUnwritable" in done.stderr
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_process_left_is_removed_by_the_next_write(tmp_path):
    """But not what another process may be writing at this moment."""
    path = tmp_path / "a.txt"
    old, fresh = (
        tmp_path / f".a.txt.{2**22 + 1}{SUFFIX}",
        tmp_path / f".a.txt.{os.getppid()}{SUFFIX}",
    )
    for left in (old, fresh):
        left.write_text("half")
    write_file(path, b"new")
    assert not old.exists()
    assert fresh.exists()


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path):
    """Nothing outside of the folder is written."""
    outside, path = tmp_path / "outside.txt", tmp_path / "a.txt"
    outside.write_text("mine", encoding="utf-8")
    path.symlink_to(outside)
    write_text(path, "new")
    assert outside.read_text(encoding="utf-8") == "mine"
    assert path.read_text(encoding="utf-8") == "new"


IN_FRESH_FOLDERS = {"atomicfolder.py", "publishing/pack.py", "content/ledger/lock.py"}
"""Build a whole folder aside before it takes its place, or write what no one else reads."""


def test_no_other_file_of_the_package_writes_over_a_file():
    """One place knows how to write a file whole or not at all."""
    writing = re.compile(r"\.write_(text|bytes)\(|\.open\(\s*\"w|\.replace\(target\)")
    own = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if writing.search(path.read_text(encoding="utf-8"))
    }
    assert own <= IN_FRESH_FOLDERS | {"atomicfile.py"}
