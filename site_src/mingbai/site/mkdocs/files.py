"""Replaces the files that MkDocs found by composed pages and our assets."""

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mingbai.content.attachments import published_at
from mingbai.language import LANGUAGES, Language
from mingbai.project import language_root
from mingbai.site.compose.document import Document
from mingbai.site.mkdocs.assets import Assets

_THEME_ASSETS = (
    "assets/javascripts/",
    "assets/stylesheets/",
    "assets/images/",
    "assets/css/",
    "assets/js/",
)
"""Folders of the theme that our pages do not use, or that `Assets` replaces."""


def replace_files(
    files: Files, config: MkDocsConfig, assets: Assets, documents: Iterable[Document]
) -> None:
    """Replace source files by the composed pages and the assets."""
    attached = [file for file in files if _is_attached(file)]
    for file in list(files):
        if file.is_documentation_page() or file.src_uri.startswith(_THEME_ASSETS):
            files.remove(file)
    _publish_beside_pages(files, config, attached)
    for name, data in assets.files.items():
        files.append(File.generated(config, f"{assets.folder}/{name}", content=data))
    for document in documents:
        file = File.generated(config, document.path, content="")
        file.edit_uri = document.source
        files.append(file)


def _is_attached(file: File) -> bool:
    """Return whether a file is in the content folder but is not a page."""
    return file.src_uri.partition("/")[0] in LANGUAGES and not file.is_documentation_page()


def _publish_beside_pages(files: Files, config: MkDocsConfig, attached: Iterable[File]) -> None:
    """Publish attached files in the folders of their pages.

    If English has no such file, the links of its pages lead to the Chinese file.
    """
    at: dict[str, str] = {}
    for file in attached:
        files.remove(file)
        at[published_at(file.src_uri)] = str(file.abs_src_path)
    english = language_root(Language.EN)
    for address, source in at.items():
        files.append(File.generated(config, address, abs_src_path=source))
        if not address.startswith(english) and english + address not in at:
            alias = File.generated(config, english + address, abs_src_path=source)
            alias.dest_uri = address
            files.append(alias)
