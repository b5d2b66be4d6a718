"""Reads and writes the folder of the pages, atomically."""

from collections.abc import Mapping
from pathlib import Path

from mingbai.atomicfolder import write_folder
from mingbai.errors import Location, PageInvalid
from mingbai.messages import tell


def read_pages(folder: Path, without: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the texts of the Markdown files below a folder, by path; hidden files are left out.

    Args:
        folder: the folder of the pages.
        without: names of subfolders to leave out.

    Raises:
        PageInvalid: a file is not UTF-8, or is a symbolic link to a file outside the folder.
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
                tell("The symbolic link leads out of the folder."),
                todo=tell("Replace it with the page itself."),
            )
        try:
            with path.open(encoding="utf-8", newline="") as file:
                pages[inside.as_posix()] = file.read()
        except UnicodeDecodeError as error:
            raise PageInvalid(
                Location(path), tell("The page is not UTF-8."), todo=tell("Save it as UTF-8.")
            ) from error
    return pages


def write_pages(folder: Path, files: Mapping[str, str], removed: tuple[str, ...] = ()) -> None:
    """Write files below a folder; a crash leaves either the old tree or the new one.

    Raises:
        TargetUnwritable: the folder or its parent cannot be written.
    """
    write_folder(folder, {name: text.encode() for name, text in files.items()}, removed)
