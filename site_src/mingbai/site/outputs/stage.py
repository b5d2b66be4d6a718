"""The site as an ordinary docs tree, for any builder of ``mkdocs.yml`` projects."""

from pathlib import Path
from typing import Any

import yaml

from mingbai.language import Language
from mingbai.report.store import write_pages
from mingbai.site.compose.sites import NavItem, Site

EXTENSIONS = ("admonition", "attr_list", "md_in_html", "tables", "footnotes")
"""The Markdown extensions that composed pages need."""


def stage(sites: tuple[Site, ...], folder: Path, css: dict[str, str]) -> None:
    """Write docs/ and a plain mkdocs.yml.

    Args:
        sites: as `read_sites` gives them.
        folder: where to; written whole or not at all.
        css: style sheets to go with it, by file name.

    Raises:
        TargetUnwritable: the folder cannot be written.
    """
    files = {
        f"docs/{document.path}": document.markdown for site in sites for document in site.documents
    }
    files |= {f"docs/assets/{name}": text for name, text in css.items()}
    files["mkdocs.yml"] = yaml.safe_dump(
        _config(sites, tuple(css)), allow_unicode=True, sort_keys=False
    )
    write_pages(folder, files)


def _config(sites: tuple[Site, ...], css: tuple[str, ...]) -> dict[str, Any]:
    title = sites[0].library.edition.short_title
    return {
        "site_name": title.zh,
        "theme": {"name": "material", "language": "zh", "font": False},
        "extra_css": [f"assets/{name}" for name in css],
        "markdown_extensions": list(EXTENSIONS),
        "nav": [*_whole(sites, Language.ZH), {"English": _whole(sites, Language.EN)}],
    }


def _whole(sites: tuple[Site, ...], language: Language) -> list[Any]:
    """Return what stands at the root, then each edition as a group."""
    first, *editions = sites
    groups = [{site.library.name: _nav(site.nav[language])} for site in editions]
    return [*_nav(first.nav[language]), *groups]


def _nav(items: tuple[NavItem, ...]) -> list[Any]:
    return [{item.title: item.path or _nav(item.children)} for item in items]
