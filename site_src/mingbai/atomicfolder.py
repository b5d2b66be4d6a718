"""Atomic writes of folders.

The new tree is built beside the folder, then the two are exchanged. If the process is killed or the
disk is full, the old folder is still complete.
"""

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mingbai.errors import Location, TargetUnwritable
from mingbai.messages import tell

_STAGING = ".mingbai-"
_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


def write_folder(folder: Path, files: Mapping[str, bytes], removed: tuple[str, ...] = ()) -> None:
    """Write files to a folder; other files in it are not changed.

    Args:
        folder: created if it does not exist.
        files: the contents of each file, by its path relative to the folder, with slashes.
        removed: the files to delete.

    Raises:
        TargetUnwritable: the folder or its parent cannot be written.
    """
    folder = folder.absolute()
    with _plain_errors(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        for left in folder.parent.glob(f"{_STAGING}{folder.name}-*"):
            shutil.rmtree(left)
        stage = Path(tempfile.mkdtemp(prefix=f"{_STAGING}{folder.name}-", dir=folder.parent))
        try:
            stage.chmod(0o777 & ~_umask())
            if folder.exists():
                shutil.copytree(folder, stage, symlinks=True, dirs_exist_ok=True)
            for name in removed:
                (stage / name).unlink()
            for name, data in files.items():
                path = stage / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            _exchange(stage, folder)
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


@contextmanager
def _plain_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:  # shutil's own errors have no error number
        reason = (error.strerror or tell("some files could not be copied")).lower()
        raise TargetUnwritable(
            Location(folder),
            tell("The folder cannot be written: {reason}.", reason=reason),
            todo=tell(
                "Check its permissions and the free space on the disk, or choose another folder."
            ),
        ) from error


def _exchange(stage: Path, folder: Path) -> None:
    """Exchange two folders: in one step on Linux, in two steps elsewhere."""
    if not folder.exists():
        stage.rename(folder)
        return
    if sys.platform == "linux":
        rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
        if rename is not None and not rename(
            _AT_FDCWD, os.fsencode(stage), _AT_FDCWD, os.fsencode(folder), _RENAME_EXCHANGE
        ):
            return
    aside = stage.with_name(stage.name + "-old")
    folder.rename(aside)
    stage.rename(folder)
    shutil.rmtree(aside)
