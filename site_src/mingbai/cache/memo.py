"""Results of slow functions, cached between builds.

The key of a result is a hash of everything that it depends on, including the program's own code, so
that a cached result is always the same as a new one. A result that several builds in a row did not
use is dropped. A damaged file is deleted: the next build fills a new one.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mingbai.cache.cachefile import CacheFile

MAX_IDLE_BUILDS = 8
"""A result unused for this many builds is dropped."""


def fingerprint(parts: Iterable[bytes]) -> str:
    """Return one hash of several parts; it includes each part's length, so that none can merge."""
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


class Memo:
    """The results of the last builds, in one file; read and write errors disable the cache."""

    def __init__(self, path: Path) -> None:
        """Open or create the file."""
        self.program = fingerprint(files_in(Path(__file__).parents[1]))
        """The hash of the program's code."""
        self._idle: dict[str, int] = {}
        """The number of builds in a row that did not use a result, by the result's key."""
        self._used: set[str] = set()
        self._file = CacheFile(
            path,
            "answers (key TEXT PRIMARY KEY, answer TEXT)",
            "uses (key TEXT PRIMARY KEY, idle INTEGER)",
        )
        self._idle.update(self._file.run("SELECT key, idle FROM uses"))

    def key(self, name: str, made_from: Iterable[str]) -> str:
        """Return the key of a result.

        Args:
            name: the function's name.
            made_from: everything that the result depends on.
        """
        parts = (self.program, name, *made_from)
        return fingerprint(part.encode("utf-8", "surrogatepass") for part in parts)

    def find(self, key: str) -> Any:  # noqa: ANN401 (JSON)
        """Return the cached result of a key, decoded from JSON; None if there is none."""
        if key not in self._idle and key not in self._used:
            return None
        self._used.add(key)
        rows = self._file.run("SELECT answer FROM answers WHERE key = ?", (key,))
        return json.loads(rows[0][0]) if rows else None

    def put(self, key: str, result: Any) -> None:  # noqa: ANN401 (JSON)
        """Cache a result under a key."""
        self._used.add(key)
        text = json.dumps(result, ensure_ascii=False)
        self._file.run("INSERT OR REPLACE INTO answers VALUES (?, ?)", (key, text))

    def get_or_compute(
        self,
        name: str,
        made_from: Iterable[str],
        compute: Callable[[], Any],
    ) -> Any:  # noqa: ANN401 (JSON)
        """Return the cached result; if there is none, compute and cache it. Both come from JSON.

        Args:
            name: see `key`.
            made_from: see `key`.
            compute: called if no result is cached; must not return None.
        """
        key = self.key(name, made_from)
        found = self.find(key)
        if found is None:
            found = json.loads(json.dumps(compute()))
            self.put(key, found)
        return found

    def save(self) -> None:
        """Save the new results, and drop those that `MAX_IDLE_BUILDS` builds did not use."""
        idle = dict.fromkeys(self._used, 0)
        idle |= {key: n + 1 for key, n in self._idle.items() if key not in self._used}
        changed = [(key, count) for key, count in idle.items() if self._idle.get(key) != count]
        unused = [(key,) for key, count in idle.items() if count >= MAX_IDLE_BUILDS]
        if changed:
            self._file.run("INSERT OR REPLACE INTO uses VALUES (?, ?)", *changed)
        if unused:
            self._file.run("DELETE FROM uses WHERE key = ?", *unused)
            self._file.run("DELETE FROM answers WHERE key = ?", *unused)
        self._file.commit()

    def close(self) -> None:
        """Close the file and discard what was not saved."""
        self._file.close()


class NoMemo(Memo):
    """Caches nothing: for commands that read a project once, and for tests."""

    def __init__(self) -> None:
        """Open no file."""
        self.program = ""

    def key(self, name: str, made_from: Iterable[str]) -> str:
        """Return an empty key."""
        del name, made_from
        return ""

    def find(self, key: str) -> None:
        """Return None: nothing is cached."""
        del key

    def put(self, key: str, result: Any) -> None:  # noqa: ANN401 (JSON)
        """Do nothing."""
        del key, result

    def get_or_compute(
        self,
        name: str,
        made_from: Iterable[str],
        compute: Callable[[], Any],
    ) -> Any:  # noqa: ANN401 (JSON)
        """Compute the result."""
        del name, made_from
        return compute()


NO_MEMO = NoMemo()
"""Pass this as the memo to cache nothing."""
