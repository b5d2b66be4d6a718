"""Built pages kept from one build to the next, each under a hash of all that it was made from.

A page is taken from here only when its composed Markdown and everything else that can change it
(templates, settings, navigation, the program itself) are the same to the byte. A cache that cannot
be read is thrown away: it holds nothing that a build does not make again.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mingbai.cache.cachefile import CacheFile
from mingbai.cache.site_folder import digest_of


@dataclass(frozen=True, slots=True)
class KeptPage:
    """What a build needs of a page that it does not make again."""

    digest: str
    """Of its HTML, as the site's folder records it."""
    anchors: tuple[str, ...]
    """The ids on it."""
    links: Mapping[str, Mapping[str, str]]
    """From a page it leads to, to the anchors there and the links as they are written."""


class PageCache:
    """The pages of the last builds, in one file; what cannot be read or written is not kept."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it."""
        self._file = CacheFile(
            path,
            "pages"
            " (path TEXT PRIMARY KEY, key TEXT, digest TEXT, html BLOB, anchors TEXT, links TEXT)",
        )
        rows = self._file.run("SELECT path, key, digest, anchors, links FROM pages")
        self._rows: dict[str, tuple[Any, ...]] = {row[0]: row[1:] for row in rows}
        self._is_changed = False

    def get(self, path: str, key: str) -> KeptPage | None:
        """Return the page that was kept under this key; None where there is none."""
        row = self._rows.get(path)
        if row is None or row[0] != key:
            return None
        return KeptPage(row[1], tuple(json.loads(row[2])), json.loads(row[3]))

    def html(self, path: str, digest: str) -> bytes | None:
        """Return the HTML of a kept page; None where it cannot be read."""
        for (html,) in self._file.run("SELECT html FROM pages WHERE path = ?", (path,)):
            if digest_of(html) == digest:
                return bytes(html)
        return None

    def put(self, path: str, key: str, page: KeptPage, html: bytes) -> None:
        """Remember a page, to be kept when the build ends well."""
        self._is_changed = True
        row = (path, key, page.digest, html, json.dumps(page.anchors), json.dumps(page.links))
        self._file.run("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?)", row)

    def save(self, paths: Iterable[str]) -> None:
        """Keep what was remembered, and drop the pages that the site no longer has.

        Args:
            paths: of all pages of the site.
        """
        gone = [(path,) for path in self._rows.keys() - set(paths)]
        if gone:
            self._file.run("DELETE FROM pages WHERE path = ?", *gone)
        if gone or self._is_changed:
            self._file.commit()

    def close(self) -> None:
        """Forget what was remembered and not kept."""
        self._file.close()
