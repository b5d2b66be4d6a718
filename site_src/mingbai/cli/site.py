"""The commands of the composed site: stage."""

from pathlib import Path

import click

from mingbai.cli.arguments import FILE


@click.command()
@click.argument("folder", type=FILE)
def stage(folder: Path) -> None:
    """Write the composed site to FOLDER as an ordinary docs tree with a plain mkdocs.yml."""
    from mingbai.project import find_project
    from mingbai.site.documents import read_site
    from mingbai.site.stage import stage as write

    project = find_project(Path.cwd())
    assets = project.root / "overrides" / "assets"
    css = {path.name: path.read_text(encoding="utf-8") for path in sorted(assets.glob("*.css"))}
    site = read_site(project)
    write(site, folder, css)
    click.echo(f"{folder}: {len(site.documents)} pages.")
