"""Files written whole or not at all: the one place of the package that writes over a file.

The new contents are written beside the file, brought to the disk, and take the file's place in one
step. Killed at any moment, or on a full disk, the file is the old one or the new one.
"""

import contextlib
import glob
import os
import shutil
import time
from pathlib import Path

from mingbai.errors import Location, TargetUnwritable
from mingbai.messages import tell

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
        remove_abandoned(path.parent, path.name)
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
            tell(
                "The file cannot be written: {strerror}.",
                strerror=(error.strerror or "unknown error").lower(),
            ),
            todo=tell("Check the folder's permissions and the free space on the disk."),
        ) from error


def write_text(path: Path, text: str) -> None:
    """Let a file hold this text in UTF-8, line ends as they stand in it; see `write_file`.

    Raises:
        TargetUnwritable: see `write_file`.
    """
    write_file(path, text.encode("utf-8"))


def remove_abandoned(folder: Path, name: str | None = None) -> None:
    """Remove what killed processes left below a folder.

    Args:
        folder: a folder; all folders below it where no name is given.
        name: of one file in it, whose unfinished copies alone are removed.
    """
    left = (
        folder.rglob(f".*{SUFFIX}")
        if name is None
        else folder.glob(f".{glob.escape(name)}.*{SUFFIX}")
    )
    for path in left:
        with contextlib.suppress(OSError):
            if _is_abandoned(path):
                path.unlink()


def _is_abandoned(path: Path) -> bool:
    """Return whether the process that was writing a file is gone."""
    if time.time() - path.stat().st_mtime > _ABANDONED:
        return True
    writer = path.name.removesuffix(SUFFIX).rpartition(".")[2]
    if os.name != "posix" or not writer.isdigit():
        return False
    try:
        os.kill(int(writer), 0)
    except ProcessLookupError:
        return True
    return False


def _sync_folder(folder: Path) -> None:
    """Bring the file's new name to the disk too, where the system can open folders."""
    with contextlib.suppress(OSError):  # Windows cannot
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
