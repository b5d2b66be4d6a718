"""The commands that write the site: build, stage."""

from pathlib import Path

import click

from mingbai.cli.arguments import FILE, project_here
from mingbai.messages import tell, tell_many


@click.command()
@click.option(
    "--offline", is_flag=True, help="Make a site that opens from a folder, without a server."
)
def build(*, offline: bool) -> None:
    """Build the site. A warning counts as an error."""
    from mingbai.project import find_project
    from mingbai.site.mkdocs.command import build_site

    site = build_site(find_project(Path.cwd()).root, offline=offline)
    click.echo(tell("Built: {page}", page=site / "index.html"))


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
        tell_many(
            "{folder}: {count} page.",
            "{folder}: {count} pages.",
            sum(len(site.documents) for site in sites.every),
            folder=folder,
        )
    )
