"""The command that looks at everything editors wrote: check."""

import subprocess
from pathlib import Path

import click

from mingbai.cli.arguments import project_here
from mingbai.cli.exits import leave
from mingbai.messages import tell

FORMATS = ("text", "github", "json", "sarif")


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="For whom.")
@click.option("--fix", is_flag=True, help="Mend white space and line ends first.")
@click.option("--staged", is_flag=True, help="Tell only of files that are staged in Git.")
def check(form: str, *, fix: bool, staged: bool) -> None:
    """Check report, pages, figures, translations and data; docs/reference/checks.md has every rule.

    Of a project with several editions all are looked at, unless --edition names one.

    Exit codes: 0 no errors (there may be warnings), 1 errors, 2 could not run. Nothing is written
    but by --fix. With --staged the files are read as they lie in the folder.
    """
    from mingbai import checks
    from mingbai.checks.formats import FORMATS as WRITERS

    project = project_here()
    parts = project.parts
    if fix:
        for finding in (finding for part in parts for finding in checks.mend(part)):
            click.echo(f"{finding.location}: mended. [{finding.rule}]", err=True)
    findings = tuple(dict.fromkeys(finding for part in parts for finding in checks.run(part)))
    if staged:
        paths = _staged(project.root)
        findings = tuple(one for one in findings if one.location.path.as_posix() in paths)
    click.echo(WRITERS[form](findings), nl=False)
    errors = sum(finding.is_error for finding in findings)
    if form == "text":
        warnings = len(findings) - errors
        click.echo(
            tell("{errors} errors, {warnings} warnings.", errors=errors, warnings=warnings),
            err=True,
        )
    leave(findings=errors > 0)


def _staged(root: Path) -> set[str]:
    """Return the staged files' paths below the project's root."""
    try:
        asked = subprocess.run(
            ("git", "diff", "--cached", "--name-only", "--relative", "-z"),  # noqa: S607
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise click.UsageError(tell("--staged needs Git and a repository.")) from error
    return {path for path in asked.stdout.split("\0") if path}
