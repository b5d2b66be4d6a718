"""Writes the site as an ordinary docs tree, for any builder of ``mkdocs.yml`` projects."""

from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from mingbai.atomicfolder import write_folder
from mingbai.content.attachments import published_at
from mingbai.language import Language
from mingbai.project import Project, language_root
from mingbai.site.compose.navigation import NavItem
from mingbai.site.compose.sites import Sites

_TEMPLATES = Path(__file__).parent / "staged" / "partials"
"""Replacements for theme templates that cannot handle two languages."""
EXTENSIONS = ("admonition", "attr_list", "md_in_html", "tables", "footnotes")
"""The Markdown extensions that composed pages need."""


def stage(sites: Sites, project: Project, folder: Path) -> None:
    """Write docs/ with pages, style sheets and attached files, and a plain mkdocs.yml.

    Args:
        sites: the result of `read_sites`.
        project: the project of the sites.
        folder: the target, which is written completely or not at all.

    Raises:
        TargetUnwritable: the folder cannot be written.
    """
    files: dict[str, bytes] = {
        f"docs/{document.path}": document.markdown.encode()
        for site in sites.every
        for document in site.documents
    }
    sheets = sorted((project.root / "overrides" / "assets" / "css").glob("*.css"))
    files |= {f"docs/assets/{sheet.name}": sheet.read_bytes() for sheet in sheets}
    files |= _attached(project.root / "content", {path for path in files if path.endswith(".md")})
    files |= {
        f"overrides/partials/{name}": (_TEMPLATES / name).read_bytes()
        for name in ("language.html", "nav.html")
    }
    config = _config(sites, tuple(sheet.name for sheet in sheets))
    settings = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    files["mkdocs.yml"] = settings.encode()
    write_folder(folder, files)


def _attached(content: Path, pages: set[str]) -> dict[str, bytes]:
    """Return the files attached to pages; if English lacks one, it gets a copy of the Chinese."""
    found: dict[str, bytes] = {}
    english = language_root(Language.EN)
    for path in sorted(content.rglob("*")):  # en before zh
        inside = path.relative_to(content)
        is_hidden = any(part.startswith(".") for part in inside.parts)
        if is_hidden or path.suffix == ".md" or not path.is_file():
            continue
        address = published_at(inside.as_posix())
        found[f"docs/{address}"] = path.read_bytes()
        folder = f"docs/{english}{PurePosixPath(address).parent}/"
        if not address.startswith(english) and any(page.startswith(folder) for page in pages):
            found.setdefault(f"docs/{english}{address}", path.read_bytes())
    return found


def _config(sites: Sites, css: tuple[str, ...]) -> dict[str, Any]:
    title = sites.root.library.short_title
    return {
        "site_name": title.zh,
        "theme": {
            "name": "material",
            "language": Language.ZH.value,
            "custom_dir": "overrides",
            "font": False,
        },
        "extra_css": [f"assets/{name}" for name in css],
        "markdown_extensions": list(EXTENSIONS),
        "nav": [*_whole(sites, Language.ZH), {"English": _whole(sites, Language.EN)}],
    }


def _whole(sites: Sites, language: Language) -> list[Any]:
    """Return the navigation of the root, then each edition as a group."""
    groups = [{site.library.name: _nav(site.nav[language])} for site in sites.editions]
    return [*_nav(sites.root.nav[language]), *groups]


def _nav(items: tuple[NavItem, ...]) -> list[Any]:
    return [{item.title: item.path or _nav(item.children)} for item in items]
