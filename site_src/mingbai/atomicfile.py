"""Atomic writes of files: the only module of the package that overwrites a file.

The new contents are written to a temporary file in the same folder, synced to the disk and renamed
over the old file. If the process is killed or the disk is full, the old file is still complete.
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
"""Suffix of temporary files; the .gitignore of every project lists it."""
_ABANDONED = 60.0
"""Age in seconds at which a temporary file counts as left over from a killed process."""


def write_file(path: Path, data: bytes) -> None:
    """Write bytes to a file; create its folder if it is missing.

    An existing file keeps its permissions. A symbolic link is replaced; its target is not changed.

    Raises:
        TargetUnwritable: the file or its folder cannot be written; the old file is unchanged.
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
                "The file cannot be written: {reason}.",
                reason=(error.strerror or "unknown error").lower(),
            ),
            todo=tell("Check the folder's permissions and the free space on the disk."),
        ) from error


def write_text(path: Path, text: str) -> None:
    """Write text to a file in UTF-8, without changing its line ends; see `write_file`.

    Raises:
        TargetUnwritable: see `write_file`.
    """
    write_file(path, text.encode("utf-8"))


def remove_abandoned(folder: Path, name: str | None = None) -> None:
    """Remove the temporary files that killed processes left behind.

    Args:
        folder: the folder to clean; without a name, its subfolders too.
        name: removes only the temporary files of this file in the folder.
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
    """Return whether the process that was writing a temporary file has ended."""
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
    """Sync the renamed entry to the disk too, where the system can open folders."""
    with contextlib.suppress(OSError):  # Windows cannot
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
