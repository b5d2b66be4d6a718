"""Reads a report: plain text in UTF-8 or GB18030, or .docx."""

import errno
import os
import re
import zipfile
from pathlib import Path

from mingbai.errors import Location, MingbaiError, SourceUnreadable
from mingbai.extras import extra
from mingbai.messages import tell
from mingbai.report.model import Source

MAX_BYTES = 5_000_000
"""Fifty times the longest known report (State Council 1957, 104 kB)."""

MAX_UNPACKED_BYTES = 50_000_000
"""Maximum unpacked size of a .docx; a larger one is a mistake or an attack."""

_BOM = b"\xef\xbb\xbf"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_COMMON = re.compile("[的一是在和有为了]")
_ENOUGH = 200
"""A text of this many characters without any of the commonest Chinese words is not Chinese."""


def read_source(path: Path) -> Source:
    """Return the text of a report.

    Raises:
        SourceUnreadable: the file is missing, a folder, too large, empty, binary or in another
            encoding.
    """
    data = _read_bytes(path)
    if path.suffix.lower() == ".docx":
        return Source(_docx_text(path), "utf-8")
    if path.suffix.lower() == ".doc" or data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SourceUnreadable(
            Location(path),
            tell("Old Word files (.doc) cannot be read."),
            todo=tell("Save it as .docx."),
        )
    return decode(data, path)


def decode(data: bytes, path: Path) -> Source:
    """Return the text of a file's bytes.

    Raises:
        SourceUnreadable: the file is empty, binary or in another encoding.
    """
    bom = data.startswith(_BOM)
    body = data.removeprefix(_BOM)
    for encoding in ("utf-8",) if bom else ("utf-8", "gb18030"):
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        source = Source(text, encoding, bom)
        if source.encode() != data or (encoding == "gb18030" and not _is_chinese(text)):
            continue
        return _checked(source, path)
    if b"\0" in data:
        raise _binary(path)
    raise SourceUnreadable(
        Location(path),
        tell("The encoding is neither UTF-8 nor GB18030."),
        todo=tell("Open it in an editor and save it as UTF-8."),
    )


def _read_bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise SourceUnreadable(
            Location(path),
            tell(
                "The report cannot be read: {reason}.",
                reason=os.strerror(error.errno or errno.EIO).lower(),
            ),
            todo=tell("Name a text file (UTF-8 or GB18030) or a .docx."),
        ) from error
    if size > MAX_BYTES:
        raise SourceUnreadable(
            Location(path),
            tell(
                "The file has {size:,} bytes; the limit is {limit:,}.",
                size=size,
                limit=MAX_BYTES,
            ),
            todo=tell("Check that this is the right file."),
        )
    return data


def _checked(source: Source, path: Path) -> Source:
    if _CONTROL.search(source.text):
        raise _binary(path)
    if not has_words(source.text):
        raise SourceUnreadable(
            Location(path),
            tell("The file is empty."),
            todo=tell("Check that this is the right file."),
        )
    return source


def has_words(text: str) -> bool:
    r"""Return whether the text has visible characters.

    >>> has_words("\u200b\n\u3000 "), has_words("一")
    (False, True)
    """
    return bool(text.strip().strip("\u200b\ufeff").strip())


def _binary(path: Path) -> SourceUnreadable:
    return SourceUnreadable(
        Location(path),
        tell("The file contains control characters: it is not a text file."),
        todo=tell("Name a text file (UTF-8 or GB18030) or a .docx."),
    )


def _is_chinese(text: str) -> bool:
    """Return whether text decoded as GB18030 is Chinese: most random bytes decode, too."""
    foreign = [character for character in text if not character.isascii()]
    han = len(_HAN.findall(text))
    return han * 2 > len(foreign) and (len(text) < _ENOUGH or bool(_COMMON.search(text)))


def _docx_text(path: Path) -> str:
    """Return the paragraphs of a Word document, including table cells, one on each line."""
    try:
        _check_size(path)
        lines = _docx_lines(path)
    except MingbaiError:
        raise
    except Exception as error:  # python-docx, lxml and zlib raise many types for damaged files
        raise SourceUnreadable(
            Location(path),
            tell("This is not a readable Word document."),
            todo=tell("Save it as .docx again."),
        ) from error
    return _checked(Source("\n".join(lines) + "\n", "utf-8"), path).text


def _check_size(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > MAX_UNPACKED_BYTES:
        raise SourceUnreadable(
            Location(path),
            tell(
                "The document unpacks to {size:,} bytes; the limit is {limit:,}.",
                size=unpacked,
                limit=MAX_UNPACKED_BYTES,
            ),
            todo=tell("Remove its pictures, or save it as plain text."),
        )


def _docx_lines(path: Path) -> list[str]:
    with extra("docx", "Reading a Word document"):
        from docx import Document  # noqa: PLC0415 (takes half a second, which plain text does not need)
        from docx.table import Table  # noqa: PLC0415

    lines: list[str] = []
    for piece in Document(str(path)).iter_inner_content():
        if isinstance(piece, Table):
            lines += [cell.text for row in piece.rows for cell in row.cells]
        else:
            lines.append(piece.text)
    return lines
