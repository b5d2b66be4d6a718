"""Built pages, cached between builds; the key of a page is a hash of everything it depends on.

A cached page is used only if its composed Markdown and everything else that can change it
(templates, settings, navigation, the program's own code) are the same to the byte. A damaged cache
is deleted: the next build fills a new one.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mingbai.cache.cachefile import CacheFile
from mingbai.cache.site_folder import digest_of


@dataclass(frozen=True, slots=True)
class CachedPage:
    """What a build needs to know of a page that it does not build again."""

    digest: str
    """Hash of its HTML, as the site's folder records it."""
    anchors: tuple[str, ...]
    """The ids on the page."""
    links: Mapping[str, Mapping[str, str]]
    """Its links: by target page, from each anchor there to the link as written."""


class PageCache:
    """The pages of the last builds, in one file; read and write errors disable the cache."""

    def __init__(self, path: Path) -> None:
        """Open or create the file."""
        self._file = CacheFile(
            path,
            "pages"
            " (path TEXT PRIMARY KEY, key TEXT, digest TEXT, html BLOB, anchors TEXT, links TEXT)",
        )
        rows = self._file.run("SELECT path, key, digest, anchors, links FROM pages")
        self._rows: dict[str, tuple[Any, ...]] = {row[0]: row[1:] for row in rows}
        self._is_changed = False

    def get(self, path: str, key: str) -> CachedPage | None:
        """Return the cached page with this key; None if there is none."""
        row = self._rows.get(path)
        if row is None or row[0] != key:
            return None
        return CachedPage(row[1], tuple(json.loads(row[2])), json.loads(row[3]))

    def html(self, path: str, digest: str) -> bytes | None:
        """Return the HTML of a cached page; None if it cannot be read."""
        for (html,) in self._file.run("SELECT html FROM pages WHERE path = ?", (path,)):
            if digest_of(html) == digest:
                return bytes(html)
        return None

    def put(self, path: str, key: str, page: CachedPage, html: bytes) -> None:
        """Add a page to the cache; `save` makes it permanent when the build has succeeded."""
        self._is_changed = True
        row = (path, key, page.digest, html, json.dumps(page.anchors), json.dumps(page.links))
        self._file.run("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?)", row)

    def save(self, paths: Iterable[str]) -> None:
        """Save the added pages, and drop the pages that the site no longer has.

        Args:
            paths: the paths of all pages of the site.
        """
        removed = [(path,) for path in self._rows.keys() - set(paths)]
        if removed:
            self._file.run("DELETE FROM pages WHERE path = ?", *removed)
        if removed or self._is_changed:
            self._file.commit()

    def close(self) -> None:
        """Close the file and discard what was not saved."""
        self._file.close()
