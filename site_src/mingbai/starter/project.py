"""The files of a new project; either all of them are written or none."""

import hashlib
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path

import yaml

from mingbai.atomicfile import SUFFIX
from mingbai.atomicfolder import write_folder
from mingbai.errors import Location, ProjectInvalid
from mingbai.figures.draft import draft
from mingbai.messages import tell
from mingbai.report.pages.manifest import NAME, dump_manifest
from mingbai.report.pages.split import render
from mingbai.report.parse import parse
from mingbai.report.plan import plan
from mingbai.report.read import read_source
from mingbai.starter.naming import Naming
from mingbai.starter.terms import (
    attested_terms,
    draft_file,
    dump,
    glossary_file,
    own_report,
    shipped,
    synonyms_file,
)

_PAGES = Path(__file__).parent / "pages"
_LICENCE = {
    "zh": "政府工作报告是官方文件，依法不受著作权保护（《中华人民共和国著作权法》第五条）。"
    "英文为非官方译文，以中文为准。",
    "en": "The report is an official document and is not subject to copyright (Copyright Law of the"
    " People's Republic of China, Article 5). The English is an unofficial translation; the Chinese"
    " text prevails.",
}
_SCHEMA = "# yaml-language-server: $schema=schema/{}.schema.json\n"
_MARK = Path(__file__).parent / "mark"
"""The neutral mark: picture, favicon, and HTML for the header."""
_MARKS = {
    "mark.svg": "assets",
    "mark-192.png": "assets",
    "mark-512.png": "assets",
    "mark.html": "partials",
}
"""The paths of the mark's files in overrides/."""
_IGNORED = ("share-*.png", "square-*.png", "scene.html", *_MARKS)
"""Files that belong to the first site only: its pictures, drawing and mark."""
_GIT_IGNORED = f".cache/\n/site/\n*{SUFFIX}\n"
_GIT_ATTRIBUTES = """\
# Text has LF line ends on every system; the source of the report stays byte for byte.
* text=auto eol=lf
data/**/source/** -text
"""


def project_files(report: Path, names: Naming, schemas: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files of a new project by their path, without those in ``overrides/``.

    Args:
        report: the report's file, .txt or .docx.
        names: the report's names.
        schemas: the files of data/schema/ by name.

    Raises:
        SourceUnreadable: the report cannot be read.
    """
    source = read_source(report)
    text = source.text
    parsed = parse(source)
    written = render(parsed, plan(parsed, {}, Location(Path("data/slugs.yml"))))
    home = own_report().read_text(encoding="utf-8")
    own_place = yaml.safe_load(home)["place"]
    terms = attested_terms(text, own_place["en"])
    files = {f"content/zh/{path}": page for path, page in written.pages.items()}
    files[f"content/zh/{NAME}"] = dump_manifest(written.manifest)
    files |= dict(_pages(has_glossary=bool(terms)))
    files |= {f"data/schema/{name}": schema for name, schema in schemas.items()}
    files |= {
        "data/report.yml": _SCHEMA.format("report") + dump(_edition(report, names)),
        "data/slugs.yml": _SCHEMA.format("slugs") + "{}\n",
        "data/site.yml": _SCHEMA.format("site") + "{}\n",
        "data/drafts/figures.yml": draft(text),
        "data/drafts/glossary.yml": draft_file(text, terms),
        "data/synonyms.yml": synonyms_file(text, own_place["zh"]),
        "mkdocs.yml": _settings(names),
        ".gitattributes": _GIT_ATTRIBUTES,
        ".gitignore": _GIT_IGNORED,
        "README.md": _readme(report, names),
    }
    if terms:
        files["data/glossary.yml"] = glossary_file(terms)
    data = {path: words.encode() for path, words in files.items()}
    data |= {
        f"overrides/{folder}/{name}": (_MARK / name).read_bytes() for name, folder in _MARKS.items()
    }
    return data | {f"data/source/{report.name}": report.read_bytes()}


def _pages(*, has_glossary: bool) -> Iterator[tuple[str, str]]:
    """Yield the editors' pages in both languages."""
    for path in sorted(_PAGES.glob("*/*.md")):
        if has_glossary or path.name != "glossary.md":
            yield f"content/{path.parent.name}/{path.name}", path.read_text(encoding="utf-8")


def _edition(report: Path, names: Naming) -> dict[str, object]:
    def both(words: tuple[str, str]) -> dict[str, str]:
        return dict(zip(("zh", "en"), words, strict=True))

    return {
        "title": both(names.title),
        "short_title": both(names.title),
        "body": both(names.body),
        "place": both(names.place),
        "year": names.year,
        "source": f"source/{report.name}",
        "sha256": hashlib.sha256(report.read_bytes()).hexdigest(),
        "licence": _LICENCE,
    }


def _settings(names: Naming) -> str:
    """Return mkdocs.yml: this site's settings with the new site's name."""
    lines = shipped("mkdocs.yml").read_text(encoding="utf-8").split("\n")
    name = yaml.safe_dump({"site_name": names.title[0]}, allow_unicode=True, width=1000).strip()
    return "\n".join(name if line.startswith("site_name:") else line for line in lines)


def _readme(report: Path, names: Naming) -> str:
    text = (_PAGES / "README.md").read_text(encoding="utf-8")
    return text.replace("{title}", names.title[0]).replace("{source}", f"source/{report.name}")


def create(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a project into a new folder: all files or none.

    Raises:
        ProjectInvalid: the folder is not empty.
        TargetUnwritable: the folder cannot be written.
    """
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ProjectInvalid(
            Location(folder), tell("The folder is not empty."), todo=tell("Name a new folder.")
        )
    write_folder(folder, {**_shipped_overrides(), **files})


def _shipped_overrides() -> dict[str, bytes]:
    """Return the templates and assets of a new project by their path in it."""
    folder = shipped("overrides")
    return {
        f"overrides/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(fnmatch(path.name, pattern) for pattern in _IGNORED)
    }
