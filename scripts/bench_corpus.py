"""A corpus of any size from the report's own paragraphs, as each builder's ordinary project.

Every tool gets the same text: N pages in Chinese and N in English, twenty to a folder.
"""

import hashlib
import json
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

from mingbai.content.library import read_library
from mingbai.errors import Location
from mingbai.project import Project
from mingbai.report import manifest, plan
from mingbai.report.parse import parse
from mingbai.report.read import read_source
from mingbai.report.split import render

ROOT = Path(__file__).parent.parent
FOLDER = 20
"""Pages to a folder."""
PARAGRAPHS = 4
"""To a page."""
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Corpus:
    """N pages a language."""

    pages: tuple[tuple[tuple[str, str], ...], ...]
    """Each page's paragraphs, in Chinese and in English."""

    @property
    def folders(self) -> range:
        """The folders' numbers, from 1."""
        return range(1, len(self.pages) // FOLDER + 1)

    def page(self, folder: int, place: int) -> tuple[tuple[str, str], ...]:
        """Return a page's paragraphs; both numbers from 1."""
        return self.pages[(folder - 1) * FOLDER + place - 1]


def make_corpus(pages: int, seed: int = 2024) -> Corpus:
    """Return a corpus drawn from the report's paragraphs that have English."""
    library = read_library(Project(ROOT))
    pairs: list[tuple[str, str]] = []
    for page in library.zh:
        other = library.en.get(page.path)
        if other is None or not page.is_report:
            continue
        for zh, en in zip(page.blocks, other.blocks, strict=False):
            if zh.id and not zh.source.level and "**" not in zh.source.inline:
                pairs.append((zh.source.words, en.source.words))
    draw = random.Random(seed)  # noqa: S311 (a sample, no secret)
    return Corpus(tuple(tuple(draw.choices(pairs, k=PARAGRAPHS)) for _ in range(pages)))


def chinese_number(number: int) -> str:
    """Return 1 to 999 as a heading counts: 一, 十二, 一百零三.

    >>> [chinese_number(n) for n in (1, 10, 12, 20, 103, 200)]
    ['一', '十', '十二', '二十', '一百零三', '二百']
    """
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def write_mingbai(corpus: Corpus, root: Path) -> Path:
    """Write a project of ours, and return the page that an edit changes."""
    for name in ("overrides", "mkdocs.yml"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / name)
    text = _report(corpus)
    (root / "data/source").mkdir(parents=True)
    (root / "data/source/2024.txt").write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    edition = (ROOT / "data/report.yml").read_text(encoding="utf-8").partition("corrections:")[0]
    old = next(line for line in edition.splitlines() if line.startswith("sha256:"))
    (root / "data/report.yml").write_text(edition.replace(old, f"sha256: {digest}"), "utf-8")
    for name in ("glossary.yml", "synonyms.yml"):
        if (ROOT / "data" / name).exists():
            shutil.copy(ROOT / "data" / name, root / "data" / name)
    report = parse(read_source(root / "data/source/2024.txt"))
    written = render(report, plan.plan(report, {}, Location(root)))
    english = {zh: en for page in corpus.pages for zh, en in page}
    for path, page in written.pages.items():
        for language in ("zh", "en"):
            target = root / "content" / language / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(page if language == "zh" else _english(page, english), "utf-8")
    (root / "content/zh" / manifest.NAME).write_text(
        manifest.dump_manifest(written.manifest), encoding="utf-8"
    )
    for language in ("zh", "en"):
        for name in ("index", "glossary"):
            title, macro = ("Home", "contents") if name == "index" else ("Glossary", "glossary")
            (root / f"content/{language}/{name}.md").write_text(
                f"---\ntitle: {title}\nkind: {'home' if name == 'index' else name}\n---\n\n"
                f"# {title}\n\n{{{{ {macro}() }}}}\n",
                encoding="utf-8",
            )
    middle = sorted(written.pages)[len(written.pages) // 2]
    return root / "content/en" / middle


def _report(corpus: Corpus) -> str:
    lines = ["政府工作报告", "各位代表："]
    for folder in corpus.folders:
        lines += [
            f"{chinese_number(folder)}、第{folder}部分工作任务",
            f"第{folder}部分的工作如下。",
        ]
        for place in range(1, FOLDER + 1):
            lines.append(f"（{chinese_number(place)}）第{folder}部分第{place}节重点工作")
            lines += [zh for zh, _ in corpus.page(folder, place)]
    return "\n".join(lines) + "\n"


def _english(page: str, english: dict[str, str]) -> str:
    blocks = page.split("\n\n")
    return (
        "\n\n".join(english.get(block.strip().replace("\\", ""), block) for block in blocks[:-1])
        + "\n\n"
        + english.get(blocks[-1].strip().replace("\\", ""), blocks[-1].strip())
        + "\n"
    )


def write_ordinary(corpus: Corpus, root: Path) -> Path:
    """Write what an ordinary user would set up: Material, static-i18n, macros, search."""
    for folder, place, name, zh, en in _plain(corpus):
        for language, text in (("zh", zh), ("en", en)):
            target = root / f"docs/part-{folder}/{name}.{language}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        del place
    for language in ("zh", "en"):
        (root / f"docs/index.{language}.md").write_text("# Home\n\nReport.\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        "site_name: Report\nsite_url: https://example.org/\n"
        "theme: {name: material, font: false}\n"
        "plugins:\n  - search\n  - macros\n  - i18n:\n      docs_structure: suffix\n"
        "      languages:\n        - {locale: zh, name: 中文, default: true}\n"
        "        - {locale: en, name: English}\n"
        "markdown_extensions: [admonition, attr_list, footnotes, md_in_html, tables]\n",
        encoding="utf-8",
    )
    return root / "docs/part-1/page-3.en.md"


def write_zensical(corpus: Corpus, root: Path) -> Path:
    """Write the same pages as two trees in one Zensical project."""
    for folder, _, name, zh, en in _plain(corpus):
        for prefix, text in (("", zh), ("en/", en)):
            target = root / f"docs/{prefix}part-{folder}/{name}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    (root / "docs/index.md").write_text("# Home\n\nReport.\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        "site_name: Report\nsite_url: https://example.org/\ntheme: {name: material, font: false}\n"
        "markdown_extensions: [admonition, attr_list, footnotes, md_in_html, tables]\n",
        encoding="utf-8",
    )
    return root / "docs/en/part-1/page-3.md"


def write_hugo(corpus: Corpus, root: Path) -> Path:
    """Write the same pages for Hugo, with a theme of two bare templates."""
    for folder, place, name, zh, en in _plain(corpus):
        for language, text in (("zh", zh), ("en", en)):
            target = root / f"content/part-{folder}/{name}.{language}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            title, _, body = text.partition("\n\n")
            front = json.dumps({"title": title.removeprefix("# "), "weight": place})
            target.write_text(f"{front}\n\n{body}", encoding="utf-8")
    (root / "layouts/_default").mkdir(parents=True)
    shell = (
        '<!doctype html><html lang="{{ .Lang }}"><title>{{ .Title }}</title><nav>'
        '{{ range .Site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
        "</nav><main><h1>{{ .Title }}</h1>{{ .Content }}</main></html>"
    )
    for name in ("single", "list"):
        (root / f"layouts/_default/{name}.html").write_text(shell, encoding="utf-8")
    (root / "hugo.toml").write_text(
        'baseURL = "https://example.org/"\ntitle = "Report"\ndefaultContentLanguage = "zh"\n'
        "[languages.zh]\nweight = 1\n[languages.en]\nweight = 2\n",
        encoding="utf-8",
    )
    return root / "content/part-1/page-3.en.md"


def _plain(corpus: Corpus) -> list[tuple[int, int, str, str, str]]:
    """Return folder, place, name, Chinese and English of each page as plain Markdown."""
    found = []
    for folder in corpus.folders:
        for place in range(1, FOLDER + 1):
            page = corpus.page(folder, place)
            head = f"第{folder}部分第{place}节重点工作"
            zh = "\n\n".join((f"# {head}", *(zh for zh, _ in page)))
            en = "\n\n".join((f"# Part {folder}, section {place}", *(en for _, en in page)))
            found.append((folder, place, f"page-{place}", zh + "\n", en + "\n"))
    return found
