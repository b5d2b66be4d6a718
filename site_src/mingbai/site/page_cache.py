"""Built pages kept from one build to the next, each under a hash of all that it was made from.

A page is taken from here only when its composed Markdown and everything else that can change it
(templates, settings, navigation, the program itself) are the same to the byte. A cache that cannot
be read is thrown away: it holds nothing that a build does not make again.
"""

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KeptPage:
    """What a build needs of a page that it does not make again."""

    html: str
    anchors: tuple[str, ...]
    """The ids on it."""
    links: Mapping[str, Mapping[str, str]]
    """From a page it leads to, to the anchors there and the links as they are written."""


def fingerprint(parts: Iterable[bytes]) -> str:
    """Return one hash of many things, none of which can run into the next."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8) + part)
    return digest.hexdigest()


def files_in(*folders: Path) -> Iterable[bytes]:
    """Yield the names and contents of all files below folders, in a fixed order."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                yield path.relative_to(folder).as_posix().encode()
                yield path.read_bytes()


class PageCache:
    """The pages of the last builds, in one file."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it; without a place to write, nothing is kept."""
        self._new: dict[str, tuple[str, KeptPage]] = {}
        self._path = path
        self._rows: dict[str, tuple[str, str, str, str]] = {}
        with contextlib.suppress(OSError, sqlite3.Error), contextlib.closing(self._open()) as base:
            rows = base.execute("SELECT path, key, html, anchors, links FROM pages")
            self._rows = {row[0]: row[1:] for row in rows}

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(self._path)
        try:
            base.execute(
                "CREATE TABLE IF NOT EXISTS pages"
                " (path TEXT PRIMARY KEY, key TEXT, html TEXT, anchors TEXT, links TEXT)"
            )
        except sqlite3.DatabaseError:
            base.close()
            self._path.unlink()
            raise
        return base

    def get(self, path: str, key: str) -> KeptPage | None:
        """Return the page that was kept under this key; None where there is none."""
        row = self._rows.get(path)
        if row is None or row[0] != key:
            return None
        return KeptPage(row[1], tuple(json.loads(row[2])), json.loads(row[3]))

    def put(self, path: str, key: str, page: KeptPage) -> None:
        """Remember a page, to be kept when the build ends well."""
        self._new[path] = (key, page)

    def save(self, paths: Iterable[str]) -> None:
        """Keep what was remembered, and drop the pages that the site no longer has.

        Args:
            paths: of all pages of the site.
        """
        gone = self._rows.keys() - set(paths)
        if not self._new and not gone:
            return
        rows = [
            (path, key, page.html, json.dumps(page.anchors), json.dumps(page.links))
            for path, (key, page) in self._new.items()
        ]
        with contextlib.suppress(OSError, sqlite3.Error), contextlib.closing(self._open()) as base:
            base.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?)", rows)
            base.executemany("DELETE FROM pages WHERE path = ?", [(path,) for path in gone])
            base.commit()
        self._new.clear()
