"""The exit codes of all commands: the one table, which docs/commands.md shows."""

from enum import IntEnum

import click


class Exit(IntEnum):
    """What a command says to the shell when it ends."""

    CLEAN = 0
    FINDINGS = 1
    FAILED = 2


MEANINGS = {
    Exit.CLEAN: "It ran; nothing is left to do.",
    Exit.FINDINGS: "It ran; something is left for a person: errors, missing English, refusals.",
    Exit.FAILED: "It could not run, or could not go on; one line says where, what and what to do.",
}


def leave(*, findings: bool) -> None:
    """End a command that ran.

    Args:
        findings: whether something is left for a person.

    Raises:
        SystemExit: always.
    """
    raise SystemExit(Exit.FINDINGS if findings else Exit.CLEAN)


class CouldNotRun(click.ClickException):
    """A command cannot run for a reason that lies outside of the project's files."""

    exit_code = Exit.FAILED
