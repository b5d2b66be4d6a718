"""Folders written whole or not at all.

The whole new tree is built beside the folder, then the two change places: killed at any moment, or
on a full disk, there is the old folder or the new one.
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
    """Write files below a folder; what else lies there stays.

    Args:
        folder: need not exist.
        files: what each holds, by path below the folder, with slashes.
        removed: files that are to go.

    Raises:
        TargetUnwritable: the folder, or the one it lies in, cannot be written.
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
    except OSError as error:  # shutil's own errors too, which have no number
        reason = (error.strerror or "some files could not be copied").lower()
        raise TargetUnwritable(
            Location(folder),
            tell("The folder cannot be written: {reason}.", reason=reason),
            todo=tell(
                "Check its permissions and the free space on the disk, or choose another folder."
            ),
        ) from error


def _exchange(stage: Path, folder: Path) -> None:
    """Let two folders change places in one step where the system can, in two where it cannot."""
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
