"""A corpus of any size, made from the report's paragraphs, as a project for each builder.

Every tool gets the same text: N pages in Chinese and N in English, twenty per folder. Our project
has editions of 400 pages, because one report cannot be longer.
write.py writes it.
"""

import hashlib
import random
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from mingbai.content.reading import read_library
from mingbai.errors import Location
from mingbai.project import Project
from mingbai.report import plan
from mingbai.report.pages import manifest
from mingbai.report.pages.split import render
from mingbai.report.parse import parse
from mingbai.report.read import read_source

ROOT = Path(__file__).parents[2]
FOLDER = 20
"""Pages per folder."""
EDITION = 400
"""Maximum pages per edition."""
NEWEST = 2024
"""The year of the newest or only edition."""
PARAGRAPHS = 4
"""Paragraphs per page."""
_DIGITS = "零一二三四五六七八九"
_EXTENSIONS = "markdown_extensions: [admonition, attr_list, footnotes, md_in_html, tables]\n"
_SALUTE = "各位代表"
"""A paragraph that begins so would start a new page in the middle of a section."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """N pages per language."""

    pages: tuple[tuple[tuple[str, str], ...], ...]
    """Each page's paragraphs, in Chinese and in English."""
    before: int = 0
    """The number of folders in earlier editions, after which the headings are numbered."""

    @property
    def folders(self) -> range:
        """The folders' numbers, from 1."""
        return range(1, len(self.pages) // FOLDER + 1)

    def page(self, folder: int, place: int) -> tuple[tuple[str, str], ...]:
        """Return a page's paragraphs; both numbers from 1."""
        return self.pages[(folder - 1) * FOLDER + place - 1]


def make_corpus(pages: int, seed: int = 2024) -> Corpus:
    """Return a corpus drawn at random from the report's paragraphs that have English."""
    library = read_library(Project(ROOT))
    pairs: list[tuple[str, str]] = []
    for page in library.zh:
        other = library.en.get(page.path)
        if other is None or not page.is_report:
            continue
        for zh, en in zip(page.blocks, other.blocks, strict=False):
            plain = zh.id and not zh.source.level and "**" not in zh.source.inline
            if plain and not zh.source.words.startswith(_SALUTE):
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
    """Write a mingbai project, and return the page that an edit changes."""
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name in ("glossary.yml", "synonyms.yml"):
        (root / "data").mkdir(exist_ok=True)
        shutil.copy(ROOT / "data" / name, root / "data" / name)
    if len(corpus.pages) <= EDITION:
        _write_edition(corpus, root, NEWEST, "")
        return root / "content/en/part-1/section-3.md"
    starts = range(0, len(corpus.pages), EDITION)
    for year, start in enumerate(starts, NEWEST + 1 - len(starts)):
        own = Corpus(corpus.pages[start : start + EDITION], start // FOLDER)
        _write_edition(own, root, year, str(year))
    _write_own(root, "", (("index", "home", "editions"),))
    return root / f"content/en/{NEWEST}/part-1/section-3.md"


def _write_edition(corpus: Corpus, root: Path, year: int, name: str) -> None:
    """Write one report; ``name`` is empty if it is the only one."""
    source = _write_data(_report(corpus), root / "data" / name, year)
    report = parse(read_source(source))
    written = render(report, plan.plan(report, {}, Location(root)))
    english = {zh: en for page in corpus.pages for zh, en in page}
    for path, page in written.pages.items():
        write(root / "content/zh" / name / path, page)
        write(root / "content/en" / name / path, _english(page, english))
    write(root / "content/zh" / name / manifest.NAME, manifest.dump_manifest(written.manifest))
    _write_own(root, name, (("index", "home", "contents"), ("glossary", "glossary", "glossary")))


def _write_own(root: Path, edition: str, pages: tuple[tuple[str, str, str], ...]) -> None:
    """Write editors' pages, each given by name, kind and macro."""
    for language in ("zh", "en"):
        for name, kind, macro in pages:
            front = f"---\ntitle: {name.title()}\nkind: {kind}\n---\n\n"
            body = f"# {name.title()}\n\n{{{{ {macro}() }}}}\n"
            write(root / "content" / language / edition / f"{name}.md", front + body)


def write(path: Path, text: str) -> None:
    """Write a file, and create its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _write_data(text: str, data: Path, year: int) -> Path:
    """Write the report as a source file, which is returned, and its edition."""
    source = data / f"source/{year}.txt"
    write(source, text)
    edition = (ROOT / "data/report.yml").read_text(encoding="utf-8").partition("corrections:")[0]
    edition = edition.replace(str(NEWEST), str(year))
    digest = hashlib.sha256(text.encode()).hexdigest()
    edition = re.sub(r"(?m)^sha256:.*$", f"sha256: {digest}", edition)
    write(data / "report.yml", edition)
    return source


def _report(corpus: Corpus) -> str:
    lines = ["政府工作报告", "各位代表："]
    for folder in corpus.folders:
        number, shown = chinese_number(folder), corpus.before + folder
        lines += [f"{number}、第{shown}部分工作任务", f"第{shown}部分的工作如下。"]
        for place in range(1, FOLDER + 1):
            lines.append(f"（{chinese_number(place)}）第{shown}部分第{place}节重点工作")
            lines += [zh for zh, _ in corpus.page(folder, place)]
    return "\n".join(lines) + "\n"


def _english(page: str, english: dict[str, str]) -> str:
    """Return a page with its headings and all translated paragraphs in English."""
    page = re.sub(r"第(\d+)部分第(\d+)节重点工作", r"Part \1, section \2", page)
    page = re.sub(r"第(\d+)部分工作任务", r"Part \1", page)
    page = re.sub(r"第(\d+)部分的工作如下。", r"This is the work of part \1.", page)
    blocks = page.strip().split("\n\n")
    return "\n\n".join(english.get(block.replace("\\", ""), block) for block in blocks) + "\n"


def write_ordinary(corpus: Corpus, root: Path, feature: str = "") -> Path:
    """Write an ordinary Material project with static-i18n, macros and search."""
    for name, _, zh, en in plain_pages(corpus):
        write(root / f"docs/{name}.zh.md", zh)
        write(root / f"docs/{name}.en.md", en)
    for language in ("zh", "en"):
        write(root / f"docs/index.{language}.md", "# Home\n\nReport.\n")
    features = f", features: [{feature}]" if feature else ""
    write(
        root / "mkdocs.yml",
        "site_name: Report\nsite_url: https://example.org/\n"
        f"theme: {{name: material, font: false{features}}}\n"
        "plugins:\n  - search\n  - macros\n  - i18n:\n      docs_structure: suffix\n"
        "      languages:\n        - {locale: zh, name: 中文, default: true}\n"
        f"        - {{locale: en, name: English}}\n{_EXTENSIONS}",
    )
    return root / "docs/part-1/page-3.en.md"


def write_pruned(corpus: Corpus, root: Path) -> Path:
    """Write the same, with Material's feature for large navigation."""
    return write_ordinary(corpus, root, "navigation.prune")


def write_zensical(corpus: Corpus, root: Path) -> Path:
    """Write the same pages as one Zensical project per language, as its documentation says."""
    for language, url in (("zh", ""), ("en", "en/")):
        for name, _, zh, en in plain_pages(corpus):
            write(root / language / f"docs/{name}.md", zh if language == "zh" else en)
        write(root / language / "docs/index.md", "# Home\n\nReport.\n")
        write(
            root / language / "mkdocs.yml",
            f"site_name: Report\nsite_url: https://example.org/{url}\n"
            f"theme: {{name: material, language: {language}, font: false}}\n{_EXTENSIONS}"
            "extra:\n  alternate:\n    - {name: 中文, link: /, lang: zh}\n"
            "    - {name: English, link: /en/, lang: en}\n",
        )
    return root / "en/docs/part-1/page-3.md"


def plain_pages(corpus: Corpus) -> list[tuple[str, int, str, str]]:
    """Return path without suffix, place, Chinese and English of each page as plain Markdown."""
    found = []
    for folder in corpus.folders:
        for place in range(1, FOLDER + 1):
            page = corpus.page(folder, place)
            head = f"# 第{folder}部分第{place}节重点工作"
            zh = "\n\n".join((head, *(zh for zh, _ in page)))
            en = "\n\n".join((f"# Part {folder}, section {place}", *(en for _, en in page)))
            found.append((f"part-{folder}/page-{place}", place, zh + "\n", en + "\n"))
    return found
