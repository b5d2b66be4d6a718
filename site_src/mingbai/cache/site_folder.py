"""The site's folder: a build writes only changed files and deletes those the site no longer has.

A record in the cache folder lists each file that the last build wrote, with its hash, size and
time. A file whose size and time match the record counts as unchanged (Git does the same); any other
file is written again.
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
    """The files of one site: those the last build wrote, and those this build needs."""

    def __init__(self, path: Path, record: Path) -> None:
        """Read the record of a folder.

        Args:
            path: the folder; it need not exist.
            record: the file that lists what was written there; it is ignored if it belongs to
                another folder or cannot be read.
        """
        self._path = path.absolute()
        self._record = record
        self._known: dict[str, list[str | int]] = {}
        self._wanted: dict[str, list[str | int]] = {}
        self._hashed: set[str] = set()
        with contextlib.suppress(OSError, ValueError, AttributeError):
            recorded = json.loads(record.read_bytes())
            if recorded.get("folder") == str(self._path):
                self._known = recorded["files"]

    def keep_unchanged(self, path: str, digest: str) -> bool:
        """Return whether a file already has the right contents; if so, `finish` keeps it.

        Args:
            path: path below the folder, with slashes.
            digest: `digest_of` the contents it should have.
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
        """Write a file, unless it already has these contents.

        Args:
            path: path below the folder, with slashes.
            data: the contents.
            digest: `digest_of` the contents, if the caller knows it.
        """
        digest = digest or digest_of(data)
        self._rename_hashed_folder(path)
        if self.keep_unchanged(path, digest):
            return
        status = _write(self._path / path, data)
        self._wanted[path] = [digest, status.st_size, status.st_mtime_ns]

    def _rename_hashed_folder(self, path: str) -> None:
        """Rename the last build's hashed folder to its new name: most of its files are the same.

        ``search/1f5a0c22/`` becomes ``search/9be4d310/``.
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
        with contextlib.suppress(OSError):  # all its files are then written anew
            (self._path / old).rename(self._path / found[0])
            self._known = {
                found[0] + name.removeprefix(old) if name.startswith(old) else name: known
                for name, known in self._known.items()
            }

    def finish(self) -> None:
        """Delete all files that this build did not need, and record the others.

        Hidden files at the top stay. If the record cannot be written, the next build writes all
        files again.
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
                with contextlib.suppress(OSError):  # the folder is not empty, or it is a link
                    (Path(folder) / name).rmdir()
        record = {"folder": str(self._path), "files": self._wanted}
        with contextlib.suppress(TargetUnwritable):
            write_text(self._record, json.dumps(record))


def _write(target: Path, data: bytes) -> os.stat_result:
    """Write a file anew, so that the target of a symbolic link of that name is not changed."""
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
    """Create the parent folders of a file, and delete whatever is in the way."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        next(folder for folder in target.parents if folder.is_file()).unlink()
        target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    target.unlink(missing_ok=True)


def digest_of(data: bytes) -> str:
    """Return the hash of a file's contents."""
    return hashlib.sha256(data).hexdigest()
