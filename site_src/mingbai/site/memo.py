"""Answers of slow functions kept from one build to the next.

Each lies under a hash of all that it was made from, the program itself included, so that an answer
is taken from here only when asking again would give the same. What a build did not use is dropped
at its end. A file that cannot be read is thrown away.
"""

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mingbai.site.page_cache import files_in, fingerprint


class Memo:
    """The answers of the last builds, in one file."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the file, or make it; without one, answers last as long as this object."""
        self._path = path
        self._program = ""
        self._old: dict[str, str] = {}
        self._new: dict[str, str] = {}
        self._used: set[str] = set()
        if path is not None:
            self._program = fingerprint(files_in(Path(__file__).parent.parent))
            with (
                contextlib.suppress(OSError, sqlite3.Error),
                contextlib.closing(_open(path)) as base,
            ):
                self._old = dict(base.execute("SELECT key, answer FROM answers"))

    def ask(self, name: str, made_from: Iterable[str], answer: Callable[[], Any]) -> Any:  # noqa: ANN401 (JSON)
        """Return what is kept, or else the answer, which is then kept; both as JSON has it.

        Args:
            name: of the function.
            made_from: everything that its answer depends on.
            answer: called where nothing is kept.
        """
        parts = (self._program, name, *made_from)
        key = fingerprint(part.encode("utf-8", "surrogatepass") for part in parts)
        self._used.add(key)
        text = self._new.get(key) or self._old.get(key)
        if text is None:
            text = self._new[key] = json.dumps(answer(), ensure_ascii=False)
        return json.loads(text)

    def save(self) -> None:
        """Keep the new answers, and drop those that nobody asked for."""
        gone = self._old.keys() - self._used
        if self._path is None or not (self._new or gone):
            return
        with (
            contextlib.suppress(OSError, sqlite3.Error),
            contextlib.closing(_open(self._path)) as b,
        ):
            b.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", self._new.items())
            b.executemany("DELETE FROM answers WHERE key = ?", [(key,) for key in gone])
            b.commit()


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    base = sqlite3.connect(path)
    try:
        base.execute("CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, answer TEXT)")
    except sqlite3.DatabaseError:
        base.close()
        path.unlink()
        raise
    return base
