"""The commands of a built site: pack, headers, publish."""

import os
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import click

from mingbai.cli.arguments import FILE, project_here
from mingbai.cli.exits import CouldNotRun
from mingbai.messages import tell, tell_many


@click.command()
@click.argument("folder", type=FILE, default="site")
def pack(folder: Path) -> None:
    """Compress the site's text files in FOLDER (.gz, .br); write _headers and manifest.json.

    The commit in manifest.json comes from GITHUB_SHA or CI_COMMIT_SHA, or else from Git.
    """
    errors = _errors()
    _pack(folder, errors)
    if errors:
        click.echo(
            tell_many(
                "mingbai check finds {count} error. Correct it before you publish this site.",
                "mingbai check finds {count} errors. Correct them before you publish this site.",
                errors,
            )
        )


def _pack(folder: Path, errors: int | None) -> None:
    """Compress a site's files, and write _headers and manifest.json."""
    from mingbai.atomicfile import write_text
    from mingbai.publishing.headers import netlify
    from mingbai.publishing.pack import pack as packed

    if (folder / "index.html").is_file():
        write_text(folder / "_headers", netlify())
    files = packed(folder, _commit(), errors)
    message = tell_many(
        "{folder}: {count} file packed.",
        "{folder}: {count} files packed.",
        len(files),
        folder=folder,
    )
    click.echo(message)


def _errors() -> int | None:
    """Return the number of errors in the current project; None outside of a project."""
    from mingbai import checks
    from mingbai.errors import ProjectInvalid

    try:
        project = project_here()
    except ProjectInvalid:
        return None
    findings = (finding for part in project.parts for finding in checks.run(part))
    return sum(finding.is_error for finding in dict.fromkeys(findings))


def _built(*, anyway: bool) -> Path:
    """Check, build and pack the project here; return the site's folder.

    Raises:
        CouldNotRun: there is no project here, or the checks found errors.
    """
    from mingbai.site.mkdocs.command import build_site

    errors = _errors()
    if errors is None:
        raise CouldNotRun(
            tell("There is no project here. Name the folder of a packed site: --from FOLDER.")
        )
    if errors and not anyway:
        raise CouldNotRun(
            tell_many(
                "mingbai check finds {count} error; nothing was published. Run: mingbai check.",
                "mingbai check finds {count} errors; nothing was published. Run: mingbai check.",
                errors,
            )
        )
    folder = build_site(project_here().root, offline=False)
    _pack(folder, errors)
    return folder


def _commit() -> str:
    for name in ("GITHUB_SHA", "CI_COMMIT_SHA"):
        if os.environ.get(name):
            return os.environ[name]
    try:
        asked = subprocess.run(
            ("git", "rev-parse", "HEAD"),  # noqa: S607
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return asked.stdout.strip()


@click.command()
@click.option("--for", "server", type=click.Choice(["netlify", "nginx"]), default="nginx")
@click.option("--root", default="/var/www/site", help="nginx: folder on the server.")
@click.option("--prefix", default="/", help="nginx: path of the site, such as /name/.")
@click.option("--listen", default="80", help="nginx: address and port.")
def headers(server: str, root: str, prefix: str, listen: str) -> None:
    """Print the security headers as a host's configuration (_headers, or an nginx server)."""
    from mingbai.publishing import headers as of

    click.echo(of.netlify() if server == "netlify" else of.nginx(root, prefix, listen), nl=False)


@click.command()
@click.argument("target")
@click.option("--from", "folder", type=FILE, help="A packed site; without it, one is built.")
@click.option("--endpoint", help="s3: address of a store other than Amazon's.")
@click.option("--dry-run", is_flag=True, help="Print the steps without running them.")
@click.option("--anyway", is_flag=True, help="Publish even if the checks found errors.")
def publish(
    target: str, folder: Path | None, endpoint: str | None, *, dry_run: bool, anyway: bool
) -> None:
    """Publish the site to TARGET: a folder, rsync:HOST:FOLDER, or s3://BUCKET/PREFIX.

    Without --from, the command checks the project, builds the site, packs it and publishes it. With
    --from FOLDER, it publishes the packed site in the folder.

    Only changed files are sent, pages after their assets; files that no longer exist are deleted
    last. The command refuses a site that changed after it was packed, that was built for
    example.org, or in which mingbai check found errors. It reads the keys of an S3 store from the
    environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY).
    """
    from mingbai.publishing.publish import fit_to_publish, prepare, rsync
    from mingbai.publishing.publish import publish as carry_out
    from mingbai.publishing.stores import FolderStore, S3Store, Store

    if folder is None:
        folder = _built(anyway=anyway)
    if target.startswith("rsync:"):
        fit_to_publish(folder, anyway=anyway)
        click.echo(rsync(folder, target.removeprefix("rsync:"), dry_run=dry_run), nl=False)
        return
    store: Store
    if target.startswith("s3://"):
        parts = urlsplit(target)
        store = S3Store(parts.netloc, parts.path.strip("/"), endpoint)
    else:
        store = FolderStore(Path(target))
    steps = prepare(folder, store, anyway=anyway)
    if dry_run:
        for path in steps.uploads:
            click.echo(tell("would put {path}", path=path))
        for path in steps.deletions:
            click.echo(tell("would delete {path}", path=path))
    else:
        for line in carry_out(folder, store, steps):
            click.echo(line)
    click.echo(
        tell(
            "{uploads} changed, {deletions} deleted, {unchanged} unchanged.",
            uploads=len(steps.uploads),
            deletions=len(steps.deletions),
            unchanged=steps.unchanged,
        )
    )
