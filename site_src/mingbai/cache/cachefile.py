"""An SQLite file of what can be made again: at the first trouble with it, it is let go."""

import contextlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_PATIENCE = 0.1
"""Seconds to wait for another build that is using the file."""


class CacheFile:
    """Tables in one file; what is written is kept when `commit` is reached."""

    def __init__(self, path: Path, *tables: str) -> None:
        """Open the file, or make it; one that cannot be read is thrown away.

        Args:
            path: of the file.
            tables: each name with its columns, as SQL has them: ``pages (path TEXT PRIMARY KEY)``.
        """
        self._base: sqlite3.Connection | None = None
        with contextlib.suppress(OSError, sqlite3.Error):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, timeout=_PATIENCE)
            try:
                for table in tables:
                    self._base.execute(f"CREATE TABLE IF NOT EXISTS {table}")
            except sqlite3.DatabaseError:
                self.close()
                path.unlink()

    def run(self, statement: str, *rows: Iterable[object]) -> list[tuple[Any, ...]]:
        """Run a statement for each row of values, and return what all of them yield."""
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
        """Keep what was written."""
        if self._base is not None:
            with contextlib.suppress(sqlite3.Error):
                self._base.commit()

    def close(self) -> None:
        """Forget what was not kept."""
        if self._base is not None:
            self._base.close()
        self._base = None
