"""Answers of slow functions kept from one build to the next.

Each lies under a hash of all that it was made from, the program itself included, so that an answer
is taken from here only when asking again would give the same. What some builds did not use is
dropped. A file that cannot be read is thrown away: it holds nothing that is not made again.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mingbai.cache.cachefile import CacheFile

PATIENCE = 8
"""Builds for which an answer is kept that nobody asks for: others may rest on it."""


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


class Memo:
    """The answers of the last builds, in one file; what cannot be read or written is not kept."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it."""
        self.program = fingerprint(files_in(Path(__file__).parents[1]))
        """The hash of the program."""
        self._idle: dict[str, int] = {}
        """Of each answer that was kept, for how many builds nobody has asked for it."""
        self._used: set[str] = set()
        self._file = CacheFile(
            path,
            "answers (key TEXT PRIMARY KEY, answer TEXT)",
            "uses (key TEXT PRIMARY KEY, idle INTEGER)",
        )
        self._idle.update(self._file.run("SELECT key, idle FROM uses"))

    def key(self, name: str, made_from: Iterable[str]) -> str:
        """Return the hash under which an answer lies.

        Args:
            name: of the function.
            made_from: everything that its answer depends on.
        """
        parts = (self.program, name, *made_from)
        return fingerprint(part.encode("utf-8", "surrogatepass") for part in parts)

    def find(self, key: str) -> Any:  # noqa: ANN401 (JSON)
        """Return what is kept under a key, as JSON has it; None where nothing is."""
        if key not in self._idle and key not in self._used:
            return None
        self._used.add(key)
        rows = self._file.run("SELECT answer FROM answers WHERE key = ?", (key,))
        return json.loads(rows[0][0]) if rows else None

    def put(self, key: str, answer: Any) -> None:  # noqa: ANN401 (JSON)
        """Keep an answer under a key."""
        self._used.add(key)
        text = json.dumps(answer, ensure_ascii=False)
        self._file.run("INSERT OR REPLACE INTO answers VALUES (?, ?)", (key, text))

    def ask(self, name: str, made_from: Iterable[str], answer: Callable[[], Any]) -> Any:  # noqa: ANN401 (JSON)
        """Return what is kept, or else the answer, which is then kept; both as JSON has it.

        Args:
            name: see `key`.
            made_from: see `key`.
            answer: called where nothing is kept; may not be None.
        """
        key = self.key(name, made_from)
        found = self.find(key)
        if found is None:
            found = json.loads(json.dumps(answer()))
            self.put(key, found)
        return found

    def save(self) -> None:
        """Keep the new answers, and drop those that nobody asked for in `PATIENCE` builds."""
        idle = dict.fromkeys(self._used, 0)
        idle |= {key: n + 1 for key, n in self._idle.items() if key not in self._used}
        changed = [(key, count) for key, count in idle.items() if self._idle.get(key) != count]
        gone = [(key,) for key, count in idle.items() if count >= PATIENCE]
        if changed:
            self._file.run("INSERT OR REPLACE INTO uses VALUES (?, ?)", *changed)
        if gone:
            self._file.run("DELETE FROM uses WHERE key = ?", *gone)
            self._file.run("DELETE FROM answers WHERE key = ?", *gone)
        self._file.commit()

    def close(self) -> None:
        """Forget what was not saved."""
        self._file.close()


class NoMemo(Memo):
    """Keeps nothing: for commands that read a project once, and for tests."""

    def __init__(self) -> None:
        """Open no file."""
        self.program = ""

    def key(self, name: str, made_from: Iterable[str]) -> str:
        """Return no hash: nothing lies under it."""
        del name, made_from
        return ""

    def find(self, key: str) -> None:
        """Return that nothing is kept."""
        del key

    def put(self, key: str, answer: Any) -> None:  # noqa: ANN401 (JSON)
        """Keep nothing."""
        del key, answer

    def ask(self, name: str, made_from: Iterable[str], answer: Callable[[], Any]) -> Any:  # noqa: ANN401 (JSON)
        """Return the answer."""
        del name, made_from
        return answer()


NO_MEMO = NoMemo()
"""What is handed in where nothing is to be kept."""
