"""The time of each page's last commit, for the feeds."""

import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

_COMMIT = "\x01"


def changes(content: Path) -> Mapping[str, str]:
    """Return the time of each file's last commit in RFC 3339 format, by path in content/.

    The result is empty without Git or outside a repository, and omits files that are not committed.
    """
    try:
        log = subprocess.run(
            ("git", "-c", "core.quotepath=off", "log", "--format=\x01%ct",  # noqa: S607
             "--name-only", "--relative", "--", "."),
            cwd=content, capture_output=True, check=True, text=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return {}
    found: dict[str, str] = {}
    time = ""
    for line in log.stdout.splitlines():
        if line.startswith(_COMMIT):
            time = rfc3339(int(line.removeprefix(_COMMIT)))
        elif line:
            found.setdefault(line, time)
    return found


def rfc3339(seconds: int) -> str:
    """Return a Unix time in RFC 3339 format.

    >>> rfc3339(0)
    '1970-01-01T00:00:00Z'
    """
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
