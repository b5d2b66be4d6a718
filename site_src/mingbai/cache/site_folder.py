"""The site's folder: only files that have changed are written, and what no longer belongs goes.

What a build wrote is recorded beside the caches, each file with its hash, size and time. A file
that still has the size and time of its record is taken to hold what was written, as version
control does; anything else is written again.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
from pathlib import Path

from mingbai.atomicfile import write_text
from mingbai.errors import TargetUnwritable

_HASHED = re.compile(r"(?P<above>(?:.*/)?(?:assets|search)/)[0-9a-f]{8}/")


class SiteFolder:
    """The files of one site, as the last build left them and as this one wants them."""

    def __init__(self, path: Path, record: Path) -> None:
        """Read what is known of a folder.

        Args:
            path: the folder, which need not exist.
            record: the file that remembers what was written there; of another folder, or
                unreadable, it says nothing.
        """
        self._path = path.absolute()
        self._record = record
        self._known: dict[str, list[str | int]] = {}
        self._wanted: dict[str, list[str | int]] = {}
        self._hashed: set[str] = set()
        with contextlib.suppress(OSError, ValueError, AttributeError):
            kept = json.loads(record.read_bytes())
            if kept.get("folder") == str(self._path):
                self._known = kept["files"]

    def keep(self, path: str, digest: str) -> bool:
        """Return whether a file stands there as it should, and if so, want it.

        Args:
            path: below the folder, with slashes.
            digest: of what it should hold, as `digest_of` has it.
        """
        known = self._known.get(path)
        if known is None or known[0] != digest:
            return False
        try:
            status = (self._path / path).lstat()
        except OSError:
            return False
        if known[1:] != [status.st_size, status.st_mtime_ns]:
            return False
        self._wanted[path] = known
        return True

    def put(self, path: str, data: bytes, digest: str = "") -> None:
        """Let a file hold these bytes; it is written only if it does not yet.

        Args:
            path: below the folder, with slashes.
            data: what it holds.
            digest: of the data, where it is known.
        """
        digest = digest or digest_of(data)
        self._take_over(path)
        if self.keep(path, digest):
            return
        status = _write(self._path / path, data)
        self._wanted[path] = [digest, status.st_size, status.st_mtime_ns]

    def _take_over(self, path: str) -> None:
        """Let a folder that is named after what it holds begin as the one before it.

        Most of its files are the same: ``search/1f5a0c22/`` becomes ``search/9be4d310/``.
        """
        found = _HASHED.match(path)
        if found is None or found[0] in self._hashed:
            return
        self._hashed.add(found[0])
        others = {
            match[0]: None
            for known in self._known
            if (match := _HASHED.match(known)) and match["above"] == found["above"]
        }
        if len(others) != 1 or (old := next(iter(others))) in self._hashed:
            return
        with contextlib.suppress(OSError):  # then all of it is written
            (self._path / old).rename(self._path / found[0])
            self._known = {
                found[0] + name.removeprefix(old) if name.startswith(old) else name: known
                for name, known in self._known.items()
            }

    def finish(self) -> None:
        """Remove everything that was not wanted, but hidden files at the top, and record the rest.

        Without a place for the record, the next build writes all files again.
        """
        for folder, folders, files in os.walk(self._path, topdown=False):
            below = Path(folder).relative_to(self._path).as_posix()
            start = "" if below == "." else f"{below}/"
            if start.startswith("."):
                continue
            for name in files:
                if start + name not in self._wanted and (start or not name.startswith(".")):
                    (Path(folder) / name).unlink()
            for name in folders:
                with contextlib.suppress(OSError):  # it is not empty, or a link
                    (Path(folder) / name).rmdir()
        record = {"folder": str(self._path), "files": self._wanted}
        with contextlib.suppress(TargetUnwritable):
            write_text(self._record, json.dumps(record))


def _write(target: Path, data: bytes) -> os.stat_result:
    """Write a file anew: what a link of that name leads to is left alone."""
    try:
        file = target.open("xb")
    except OSError:
        _make_way(target)
        file = target.open("xb")
    with file:
        file.write(data)
        file.flush()
        return os.fstat(file.fileno())


def _make_way(target: Path) -> None:
    """Make the folders above a file; what stands in the way is removed."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        next(folder for folder in target.parents if folder.is_file()).unlink()
        target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    target.unlink(missing_ok=True)


def digest_of(data: bytes) -> str:
    """Return the hash by which contents are told apart."""
    return hashlib.sha256(data).hexdigest()
