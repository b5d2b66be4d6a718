"""The corpus and the report's own site for Hugo, with bare templates and the Docsy theme."""

import json
import shutil
from pathlib import Path

from corpus import Corpus, plain_pages, write

_DOCSY = """\
baseURL = "https://example.org/"
title = "Report"
theme = "docsy"
defaultContentLanguage = "zh"
disableKinds = ["taxonomy", "term"]
[params]
offlineSearch = true
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
[languages.zh]
weight = 1
contentDir = "content/zh"
[languages.en]
weight = 2
contentDir = "content/en"
"""


def write_hugo(corpus: Corpus, root: Path, *, cached: bool = False) -> Path:
    """Write the same pages for Hugo, with two bare templates."""
    for name, place, zh, en in plain_pages(corpus):
        for language, text in (("zh", zh), ("en", en)):
            title, _, body = text.partition("\n\n")
            front = json.dumps({"title": title.removeprefix("# "), "weight": place})
            write(root / f"content/{name}.{language}.md", f"{front}\n\n{body}")
    nav = (
        "<nav>{{ range site.RegularPages }}"
        '<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>'
    )
    write(root / "layouts/partials/nav.html", nav)
    shell = (
        '<!doctype html><html lang="{{ .Lang }}"><title>{{ .Title }}</title>'
        f'{{{{ {"partialCached" if cached else "partial"} "nav.html" . }}}}'
        "<main><h1>{{ .Title }}</h1>{{ .Content }}</main></html>"
    )
    for name in ("single", "list"):
        write(root / f"layouts/_default/{name}.html", shell)
    write(
        root / "hugo.toml",
        'baseURL = "https://example.org/"\ntitle = "Report"\ndefaultContentLanguage = "zh"\n'
        "[languages.zh]\nweight = 1\n[languages.en]\nweight = 2\n",
    )
    return root / "content/part-1/page-3.en.md"


def write_hugo_cached(corpus: Corpus, root: Path) -> Path:
    """Write the same, with the navigation rendered once per language."""
    return write_hugo(corpus, root, cached=True)


def write_docsy(corpus: Corpus, root: Path) -> Path:
    """Write the same pages as a Docsy site with search in the browser."""
    for name, place, zh, en in plain_pages(corpus):
        for language, text in (("zh", zh), ("en", en)):
            title, _, body = text.partition("\n\n")
            front = json.dumps({"title": title.removeprefix("# "), "weight": place})
            write(root / f"content/{language}/docs/{name}.md", f"{front}\n\n{body}")
    for language in ("zh", "en"):
        folders = [root / "content" / language, root / "content" / language / "docs"]
        for number, folder in enumerate((*folders, *sorted(folders[1].iterdir())), 1):
            write(folder / "_index.md", f'{{"title": "Part {number}"}}\n')
    write(root / "hugo.toml", _DOCSY)
    return root / "content/en/docs/part-1/page-3.md"


def docsy_of(staged: Path, root: Path) -> None:
    """Make a Docsy site from a tree that ``mingbai stage`` wrote."""
    for page in sorted(staged.rglob("*.md")):
        inside = page.relative_to(staged)
        language = "en" if inside.parts[0] == "en" else "zh"
        path = Path(*inside.parts[1:]) if language == "en" else inside
        name = "_index.md" if path.name == "index.md" else path.name
        depth = "docs" if len(path.parts) > 1 or name != "_index.md" else ""
        target = root / "content" / language / depth / path.parent / name
        write(target, page.read_text(encoding="utf-8"))
    for language in ("zh", "en"):
        write(root / "content" / language / "docs/_index.md", '{"title": "Docs"}\n')
    write(root / "hugo.toml", _DOCSY)


def install_docsy(peers: Path, root: Path) -> None:
    """Copy the theme and the packages it needs into a site."""
    theme = root / "themes/docsy"
    modules = peers / "node_modules"
    shutil.copytree(modules / "@docsy/theme", theme, ignore=shutil.ignore_patterns("node_modules"))
    for name in ("bootstrap", "@fortawesome/fontawesome-free"):
        shutil.copytree(modules / name, theme / "node_modules" / name)
    (root / "node_modules").symlink_to(modules)
