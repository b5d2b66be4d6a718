"""The last step of a build compresses each text file and lists all files.

The same site gives the same bytes: compressed files contain no time and no file name.
"""

import gzip
import hashlib
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli

from mingbai.atomicfile import remove_abandoned, write_text
from mingbai.errors import Location, TargetUnwritable
from mingbai.messages import tell
from mingbai.publishing.headers import TEXT
from mingbai.publishing.manifest import NAME as MANIFEST
from mingbai.publishing.manifest import Manifest

_SMALLEST = 256
"""Size in bytes below which a file is not compressed."""
_PACKED = (".gz", ".br")


def site_files(folder: Path) -> dict[str, Path]:
    """Return the files of a built site by their path, without those that `pack` added."""
    added = {*_packed(folder), folder / MANIFEST}
    return {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path not in added
    }


def _packed(folder: Path) -> tuple[Path, ...]:
    """Return the files that `pack` added, such as ``a.html.gz`` beside ``a.html``."""
    return tuple(
        path
        for path in folder.rglob("*")
        if path.suffix in _PACKED
        and _is_text(path.with_suffix(""))
        and path.with_suffix("").is_file()
    )


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, as hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _is_text(path: Path) -> bool:
    return path.suffix in TEXT


def pack(
    folder: Path, commit: str, errors: int | None = None, *, quality: int = 11
) -> dict[str, str]:
    """Write ``.gz`` and ``.br`` beside each text file, and manifest.json.

    Args:
        folder: the built site.
        commit: the commit it was built from; empty if unknown.
        errors: the number of errors `mingbai check` found; None if it did not run.
        quality: Brotli's quality, from 0 (fast) to 11 (small).

    Returns:
        The SHA-256 of each file, as hexadecimal digits, by its path.

    Raises:
        TargetUnwritable: the folder is not a built site, or a file cannot be written.
    """
    if not (folder / "index.html").is_file():
        raise TargetUnwritable(
            Location(folder),
            tell("This folder is not a built site."),
            todo=tell("Run: mingbai build."),
        )
    remove_abandoned(folder)
    files = site_files(folder)
    try:
        for old in _packed(folder):
            old.unlink()
        with ThreadPoolExecutor() as pool:
            packed = pool.map(partial(_pack, quality=quality), files.values())
            digests = dict(zip(files, packed, strict=True))
        listed = {path: digests[path] for path in sorted(digests)}
        write_text(folder / MANIFEST, Manifest(listed, commit, errors).dump())
    except OSError as error:
        raise TargetUnwritable(
            Location(Path(error.filename or folder)),
            tell("{strerror}.", strerror=error.strerror),
            todo=tell("Check the folder's permissions and the free space on the disk."),
        ) from error
    return digests


def _pack(path: Path, quality: int) -> str:
    data = path.read_bytes()
    if _is_text(path) and len(data) >= _SMALLEST:
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(data, 9, mtime=0))
        path.with_name(path.name + ".br").write_bytes(brotli.compress(data, quality=quality))
    return hashlib.sha256(data).hexdigest()
