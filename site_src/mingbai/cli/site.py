"""The commands of the composed site: stage."""

from pathlib import Path

import click

from mingbai.cli.arguments import FILE, project_here


@click.command()
@click.argument("folder", type=FILE)
def stage(folder: Path) -> None:
    """Write the composed site to FOLDER as an ordinary docs tree with a plain mkdocs.yml."""
    from mingbai.site.compose.sites import read_sites
    from mingbai.site.outputs.stage import stage as write

    project = project_here()
    assets = project.root / "overrides" / "assets"
    css = {path.name: path.read_text(encoding="utf-8") for path in sorted(assets.glob("*.css"))}
    sites = read_sites(project)
    write(sites, folder, css)
    click.echo(f"{folder}: {sum(len(site.documents) for site in sites)} pages.")
