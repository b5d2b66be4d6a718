"""The command that checks everything editors wrote: check."""

import subprocess
from pathlib import Path

import click

from mingbai.cli.arguments import project_here
from mingbai.cli.exits import leave
from mingbai.messages import tell, tell_many

FORMATS = ("text", "github", "json", "sarif")


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Output format.")
@click.option("--fix", is_flag=True, help="Correct white space and line ends first.")
@click.option("--staged", is_flag=True, help="Report findings in staged files only.")
def check(form: str, *, fix: bool, staged: bool) -> None:
    """Check report, pages, figures, translations and data; docs/reference/checks.md has every rule.

    A project with several editions is checked whole, unless --edition names one of them.

    Exit codes: 0 no errors (there may be warnings), 1 errors, 2 could not run. Only --fix writes
    files. --staged reads the files in the folder, not their staged versions.
    """
    from mingbai import checks
    from mingbai.checks.formats import FORMATS as WRITERS

    project = project_here()
    parts = project.parts
    if fix:
        for finding in (finding for part in parts for finding in checks.fix(part)):
            message = tell(
                "{location}: corrected. [{rule}]", location=finding.location, rule=finding.rule
            )
            click.echo(message, err=True)
    findings = tuple(dict.fromkeys(finding for part in parts for finding in checks.run(part)))
    if staged:
        paths = _staged(project.root)
        findings = tuple(one for one in findings if one.location.path.as_posix() in paths)
    click.echo(WRITERS[form](findings), nl=False)
    errors = sum(finding.is_error for finding in findings)
    if form == "text":
        counts = tell(
            "{errors}, {warnings}.",
            errors=tell_many("{count} error", "{count} errors", errors),
            warnings=tell_many("{count} warning", "{count} warnings", len(findings) - errors),
        )
        click.echo(counts, err=True)
    leave(findings=errors > 0)


def _staged(root: Path) -> set[str]:
    """Return the paths of the staged files, relative to the project's root."""
    try:
        asked = subprocess.run(
            ("git", "diff", "--cached", "--name-only", "--relative", "-z"),  # noqa: S607
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise click.UsageError(tell("--staged works only in a Git repository.")) from error
    return {path for path in asked.stdout.split("\0") if path}
