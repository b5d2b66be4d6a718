"""The pages' folder, read and written: all of it or nothing."""

import ctypes
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mingbai.errors import Location, PageInvalid, TargetUnwritable

_STAGING = ".mingbai-"
_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


def read_pages(folder: Path, without: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the Markdown files below a folder by their path in it, hidden ones left out.

    Args:
        folder: of the pages.
        without: folders in it that are left out too.

    Raises:
        PageInvalid: a file is not UTF-8, or is a symbolic link that leaves the folder.
    """
    pages: dict[str, str] = {}
    root = folder.resolve()
    for path in sorted(folder.rglob("*.md")):
        inside = path.relative_to(folder)
        if any(part.startswith(".") for part in inside.parts) or not path.is_file():
            continue
        if inside.parts[0] in without:
            continue
        if path.is_symlink() and not path.resolve().is_relative_to(root):
            raise PageInvalid(
                Location(path),
                "The link leads out of the folder.",
                todo="Put the page itself here.",
            )
        try:
            with path.open(encoding="utf-8", newline="") as file:
                pages[inside.as_posix()] = file.read()
        except UnicodeDecodeError as error:
            raise PageInvalid(
                Location(path), "The page is not UTF-8.", todo="Save it as UTF-8."
            ) from error
    return pages


def write_pages(folder: Path, files: Mapping[str, str], removed: tuple[str, ...] = ()) -> None:
    """Write files below a folder so that a crash leaves either the old tree or the new one.

    The whole new tree is built beside the folder, then the two change places.

    Raises:
        TargetUnwritable: the folder, or the one it lies in, cannot be written.
    """
    folder = folder.absolute()
    with _told_plainly(folder):
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
            for name, text in files.items():
                path = stage / name
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("w", encoding="utf-8", newline="") as file:
                    file.write(text)
            _exchange(stage, folder)
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


@contextmanager
def _told_plainly(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise TargetUnwritable(
            Location(folder),
            f"The folder cannot be written: {os.strerror(error.errno or errno.EIO).lower()}.",
            todo="Choose another, or change its permissions.",
        ) from error


def _exchange(stage: Path, folder: Path) -> None:
    """Let two folders change places in one step where the system can, in two where it cannot."""
    if not folder.exists():
        stage.rename(folder)
        return
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is not None and not rename(
        _AT_FDCWD, os.fsencode(stage), _AT_FDCWD, os.fsencode(folder), _RENAME_EXCHANGE
    ):
        return
    aside = stage.with_name(stage.name + "-old")
    folder.rename(aside)
    stage.rename(folder)
    shutil.rmtree(aside)
