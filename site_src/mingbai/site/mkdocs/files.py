"""The files that MkDocs builds from: composed pages and our assets, in the place of its own."""

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mingbai.site.compose.document import Document
from mingbai.site.mkdocs.assets import Assets

_THEME_ASSETS = (
    "assets/javascripts/",
    "assets/stylesheets/",
    "assets/images/",
    "assets/css/",
    "assets/js/",
)
"""Folders of the theme that no page of ours uses, or that `Assets` has."""


def replace_files(
    files: Files, config: MkDocsConfig, assets: Assets, documents: Iterable[Document]
) -> None:
    """Put the composed pages and the assets in the place of the files they come from."""
    for file in list(files):
        if file.is_documentation_page() or file.src_uri.startswith(_THEME_ASSETS):
            files.remove(file)
    for name, data in assets.files.items():
        files.append(File.generated(config, f"{assets.folder}/{name}", content=data))
    for document in documents:
        file = File.generated(config, document.path, content="")
        file.edit_uri = document.source
        files.append(file)
