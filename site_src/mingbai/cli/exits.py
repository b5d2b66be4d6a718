"""The exit codes of all commands; docs/reference/commands.md shows this table."""

from enum import IntEnum

import click


class Exit(IntEnum):
    """The exit code of a command."""

    CLEAN = 0
    FINDINGS = 1
    FAILED = 2


MEANINGS = {
    Exit.CLEAN: "It ran, and nothing is left to do.",
    Exit.FINDINGS: "It ran, but a person has work left: errors, missing English, refused changes.",
    Exit.FAILED: "It could not run or could not finish. One line says where, what and what to do.",
}


def leave(*, findings: bool) -> None:
    """Exit from a command that ran.

    Args:
        findings: whether a person has work left.

    Raises:
        SystemExit: always.
    """
    raise SystemExit(Exit.FINDINGS if findings else Exit.CLEAN)


class CouldNotRun(click.ClickException):
    """A command cannot run, and the reason is not in the project's files."""

    exit_code = Exit.FAILED
