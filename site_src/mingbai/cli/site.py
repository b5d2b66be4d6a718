"""The commands of the composed site: build, stage."""

from pathlib import Path

import click

from mingbai.cli.arguments import FILE, project_here
from mingbai.messages import tell


@click.command()
@click.option("--offline", is_flag=True, help="To be opened from a folder, without a server.")
def build(*, offline: bool) -> None:
    """Build the site; every warning is an error."""
    from mingbai.project import find_project
    from mingbai.site.mkdocs.command import build_site

    site = build_site(find_project(Path.cwd()).root, offline=offline)
    click.echo(f"Built: {site / 'index.html'}")


@click.command()
@click.argument("folder", type=FILE)
def stage(folder: Path) -> None:
    """Write the composed site to FOLDER as an ordinary docs tree with a plain mkdocs.yml."""
    from mingbai.site.compose.sites import read_sites
    from mingbai.site.outputs.stage import stage as write

    project = project_here()
    sites = read_sites(project)
    write(sites, project, folder)
    click.echo(
        tell(
            "{folder}: {sum} pages.", folder=folder, sum=sum(len(site.documents) for site in sites)
        )
    )
