"""An SQLite cache file; after the first error it is no longer used, as builds can do without it."""

import contextlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_TIMEOUT = 0.1
"""Seconds to wait for another build that has locked the file."""


class CacheFile:
    """The tables of one cache file; `commit` saves what was written."""

    def __init__(self, path: Path, *tables: str) -> None:
        """Open or create the file; delete it if it is damaged.

        Args:
            path: path of the file.
            tables: each table's name and columns in SQL: ``pages (path TEXT PRIMARY KEY)``.
        """
        self._base: sqlite3.Connection | None = None
        with contextlib.suppress(OSError, sqlite3.Error):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, timeout=_TIMEOUT)
            try:
                for table in tables:
                    self._base.execute(f"CREATE TABLE IF NOT EXISTS {table}")
            except sqlite3.DatabaseError:
                self.close()
                path.unlink()

    def run(self, statement: str, *rows: Iterable[object]) -> list[tuple[Any, ...]]:
        """Run a statement for each row of values, and return all resulting rows."""
        found: list[tuple[Any, ...]] = []
        if self._base is None:
            return found
        try:
            for row in rows or ((),):
                found += self._base.execute(statement, tuple(row)).fetchall()
        except (OSError, sqlite3.Error):
            self.close()
        return found

    def commit(self) -> None:
        """Save what was written."""
        if self._base is not None:
            with contextlib.suppress(sqlite3.Error):
                self._base.commit()

    def close(self) -> None:
        """Close the file and discard what was not committed."""
        if self._base is not None:
            self._base.close()
        self._base = None
