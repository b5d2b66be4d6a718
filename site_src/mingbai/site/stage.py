"""The site as an ordinary docs tree, for any builder of ``mkdocs.yml`` projects."""

from pathlib import Path
from typing import Any

import yaml

from mingbai.report.store import write_pages
from mingbai.site.documents import NavItem, Site

EXTENSIONS = ("admonition", "attr_list", "md_in_html", "tables", "footnotes")
"""The Markdown extensions that composed pages need."""


def stage(site: Site, folder: Path, css: dict[str, str]) -> None:
    """Write docs/ and a plain mkdocs.yml.

    Args:
        site: the composed site.
        folder: where to; written whole or not at all.
        css: style sheets to go with it, by file name.

    Raises:
        TargetUnwritable: the folder cannot be written.
    """
    files = {f"docs/{document.path}": document.markdown for document in site.documents}
    files |= {f"docs/assets/{name}": text for name, text in css.items()}
    files["mkdocs.yml"] = yaml.safe_dump(
        _config(site, tuple(css)), allow_unicode=True, sort_keys=False
    )
    write_pages(folder, files)


def _config(site: Site, css: tuple[str, ...]) -> dict[str, Any]:
    title = site.library.edition.short_title
    return {
        "site_name": title.zh,
        "theme": {"name": "material", "language": "zh", "font": False},
        "extra_css": [f"assets/{name}" for name in css],
        "markdown_extensions": list(EXTENSIONS),
        "nav": [*_nav(site.nav["zh"]), {"English": _nav(site.nav["en"])}],
    }


def _nav(items: tuple[NavItem, ...]) -> list[Any]:
    return [{item.title: item.path or _nav(item.children)} for item in items]
