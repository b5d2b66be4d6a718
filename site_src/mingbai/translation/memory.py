"""The translation memory stores engines' answers, so that no text is sent twice.

Each answer is appended as one line at once; a line that a crash truncated is ignored.
"""

import hashlib
import json
import os
from pathlib import Path

from mingbai.atomicfile import write_text


class Memory:
    """Answers by engine and text, stored in one file."""

    def __init__(self, path: Path) -> None:
        """Read the file; the first answer creates it."""
        self._path = path
        self._answers: dict[str, str] = {}
        if path.is_file():
            for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
                try:
                    key, answer = json.loads(line)
                except (ValueError, TypeError):
                    continue
                self._answers[str(key)] = str(answer)

    @staticmethod
    def _key(engine: str, text: str) -> str:
        return hashlib.sha256(f"{engine}\n{text}".encode()).hexdigest()[:24]

    def get(self, engine: str, text: str) -> str | None:
        """Return the engine's answer; None if there is none."""
        return self._answers.get(self._key(engine, text))

    def put(self, engine: str, text: str, answer: str) -> None:
        """Store an answer at once."""
        key = self._key(engine, text)
        self._answers[key] = answer
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps([key, answer], ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())

    def forget(self, engine: str, text: str) -> None:
        """Remove an unusable answer, so that the text is sent again."""
        self._answers.pop(self._key(engine, text), None)
        lines = [json.dumps(item, ensure_ascii=False) + "\n" for item in self._answers.items()]
        write_text(self._path, "".join(lines))
