"""Write docs/reference/commands.md: the ``--help`` of each command.

Usage: python scripts/write_command_docs.py

Run it after you change a command or an option; otherwise tests/test_docs.py fails.
"""

import functools
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from mingbai.cli.exits import MEANINGS

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "commands.md"
_COMMAND = Path(sys.executable).with_name("mingbai")
_COLUMNS = "80"
"""Width of the help in columns, so that every terminal gives the same text."""

_HEAD = """\
# Commands

The output of `mingbai COMMAND --help` for each command. `scripts/write_command_docs.py` writes this
page; do not edit it by hand.

## Exit codes

| Code | Meaning |
|---|---|
"""


@functools.cache
def help_of(*command: str) -> str:
    """Return the ``--help`` of a command of the installed ``mingbai``, or its own.

    Raises:
        subprocess.CalledProcessError: there is no such command.
    """
    return subprocess.run(
        [_COMMAND, *command, "--help"],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"COLUMNS": _COLUMNS, "LC_ALL": "C.UTF-8"},
    ).stdout


def commands() -> tuple[str, ...]:
    """Return the names of the commands in the order of ``mingbai --help``."""
    listing = help_of().partition("\nCommands:\n")[2]
    return tuple(re.findall(r"^  ([a-z][a-z-]*)(?:  |$)", listing, re.MULTILINE))


def page() -> str:
    """Return the expected text of docs/reference/commands.md."""
    codes = "".join(f"| {code} | {meaning} |\n" for code, meaning in MEANINGS.items())
    return "\n".join((_HEAD + codes, *_sections()))


def _sections() -> Iterator[str]:
    yield f"```text\n{help_of()}```\n"
    for command in commands():
        yield f"## mingbai {command}\n\n```text\n{help_of(command)}```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
