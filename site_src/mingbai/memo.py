"""Answers of slow functions kept from one build to the next.

Each lies under a hash of all that it was made from, the program itself included, so that an answer
is taken from here only when asking again would give the same. What some builds did not use is
dropped. A file that cannot be read is thrown away: it holds nothing that is not made again.
"""

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from pathlib import Path
from typing import Any

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
    """The answers of the last builds, in one file."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the file, or make it; without one, answers last as long as this object."""
        self._path = path
        self.program = fingerprint(files_in(Path(__file__).parent)) if path else ""
        """The hash of the program."""
        self._old: dict[str, str] = {}
        self._new: dict[str, str] = {}
        self._idle: dict[str, int] = {}
        self._used: set[str] = set()
        if path is not None:
            with (
                contextlib.suppress(OSError, sqlite3.Error),
                contextlib.closing(_open(path)) as base,
            ):
                for key, answer, idle in base.execute("SELECT key, answer, idle FROM answers"):
                    self._old[key] = answer
                    self._idle[key] = idle

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
        self._used.add(key)
        text = self._new.get(key) or self._old.get(key)
        return None if text is None else json.loads(text)

    def put(self, key: str, answer: Any) -> None:  # noqa: ANN401 (JSON)
        """Keep an answer under a key."""
        self._used.add(key)
        self._new[key] = json.dumps(answer, ensure_ascii=False)

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
            self.put(key, answer())
            found = self.find(key)
        return found

    def save(self) -> None:
        """Keep the new answers, and drop those that nobody asked for in `PATIENCE` builds."""
        idle = {key: 0 if key in self._used else count + 1 for key, count in self._idle.items()}
        changed = [(count, key) for key, count in idle.items() if count != self._idle[key]]
        if self._path is None or not (self._new or changed):
            return
        rows = [(key, answer, 0) for key, answer in self._new.items()]
        with (
            contextlib.suppress(OSError, sqlite3.Error),
            contextlib.closing(_open(self._path)) as base,
        ):
            base.executemany("UPDATE answers SET idle = ? WHERE key = ?", changed)
            base.execute("DELETE FROM answers WHERE idle >= ?", (PATIENCE,))
            base.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", rows)
            base.commit()


class _NoMemo(Memo):
    """Keeps nothing."""

    def find(self, key: str) -> None:
        del key

    def put(self, key: str, answer: Any) -> None:  # noqa: ANN401 (JSON)
        del key, answer

    def ask(self, name: str, made_from: Iterable[str], answer: Callable[[], Any]) -> Any:  # noqa: ANN401 (JSON)
        del name, made_from
        return answer()


_IN_USE: ContextVar[Memo] = ContextVar("memo", default=_NoMemo())  # noqa: B039 (it holds nothing)


@contextlib.contextmanager
def in_use(memo: Memo) -> Iterator[None]:
    """Let everything that is asked inside be asked of one memo."""
    token = _IN_USE.set(memo)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def memo() -> Memo:
    """Return the memo in use; where there is none, one that keeps nothing."""
    return _IN_USE.get()


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    base = sqlite3.connect(path)
    try:
        base.execute(
            "CREATE TABLE IF NOT EXISTS answers"
            " (key TEXT PRIMARY KEY, answer TEXT, idle INTEGER) WITHOUT ROWID"
        )
    except sqlite3.DatabaseError:
        base.close()
        path.unlink()
        raise
    return base
