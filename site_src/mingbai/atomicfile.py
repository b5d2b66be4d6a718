"""Files written whole or not at all: the one place of the package that writes over a file.

The new contents are written beside the file, brought to the disk, and take the file's place in one
step. Killed at any moment, or on a full disk, the file is the old one or the new one.
"""

import contextlib
import os
import shutil
import time
from pathlib import Path

from mingbai.errors import Location, TargetUnwritable

SUFFIX = ".mingbai-new"
"""Ends the names of files that are being written; projects ignore them in Git."""
_ABANDONED = 60.0
"""Seconds after which such a file is taken for a leftover of a killed process."""


def write_file(path: Path, data: bytes) -> None:
    """Let a file hold these bytes; its folder is made where it is missing.

    Permissions of an existing file stay. A link is replaced, what it leads to is left alone.

    Raises:
        TargetUnwritable: the file or its folder cannot be written; the old file is untouched.
    """
    new = path.with_name(f".{path.name}.{os.getpid()}{SUFFIX}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(path)
        try:
            with new.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if path.is_file() and not path.is_symlink():
                shutil.copymode(path, new)
            new.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
    except OSError as error:
        raise TargetUnwritable(
            Location(path),
            f"The file cannot be written: {(error.strerror or 'unknown error').lower()}.",
            todo="Check the folder's permissions and the free space on the disk.",
        ) from error


def write_text(path: Path, text: str) -> None:
    """Let a file hold this text in UTF-8, line ends as they stand in it; see `write_file`.

    Raises:
        TargetUnwritable: see `write_file`.
    """
    write_file(path, text.encode("utf-8"))


def _remove_abandoned(path: Path) -> None:
    """Remove what killed processes left of earlier writes to the same file."""
    for left in path.parent.glob(f".{path.name}.*{SUFFIX}"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink()


def _sync_folder(folder: Path) -> None:
    """Bring the file's new name to the disk too, where the system can open folders."""
    with contextlib.suppress(OSError):  # Windows cannot
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
