"""Write docs/reference/commands.md: what each command says of itself when asked with ``--help``.

Usage: python scripts/write_command_docs.py

Run it after a command or an option has changed; tests/test_docs.py fails until it was run.
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
"""Width of the help, the same on every terminal."""

_HEAD = """\
# Commands

What `mingbai COMMAND --help` says, for each command. Written by `scripts/write_command_docs.py`;
not edited by hand.

## Exit codes

| Code | Meaning |
|---|---|
"""


@functools.cache
def help_of(*command: str) -> str:
    """Return what the installed ``mingbai`` prints for a command, or for itself, with ``--help``.

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
    """Return the names of the commands in the order in which ``mingbai --help`` lists them."""
    listing = help_of().partition("\nCommands:\n")[2]
    return tuple(re.findall(r"^  ([a-z][a-z-]*)(?:  |$)", listing, re.MULTILINE))


def page() -> str:
    """Return the text of docs/reference/commands.md as it should be."""
    codes = "".join(f"| {code} | {meaning} |\n" for code, meaning in MEANINGS.items())
    return "\n".join((_HEAD + codes, *_sections()))


def _sections() -> Iterator[str]:
    yield f"```text\n{help_of()}```\n"
    for command in commands():
        yield f"## mingbai {command}\n\n```text\n{help_of(command)}```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
