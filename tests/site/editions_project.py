"""A small project with editions, written for tests: a report of two parts for each year."""

import functools
import hashlib
import shutil
from pathlib import Path

import yaml

from mingbai.errors import Location
from mingbai.report import plan
from mingbai.report.pages import manifest
from mingbai.report.pages.split import render
from mingbai.report.parse import parse
from mingbai.report.read import read_source

ROOT = Path(__file__).parent.parent.parent
WORDS = {
    2015: ("丝绸", "silk"),
    2016: ("织布", "weaving"),
    2017: ("桥梁", "bridges"),
    2018: ("渔船", "fishing"),
    2019: ("菱角", "chestnuts"),
    2020: ("粽子", "dumplings"),
    2021: ("铁路", "railways"),
    2022: ("水稻", "paddies"),
    2023: ("茶园", "orchards"),
    2024: ("港口", "harbors"),
}
"""What each year's report alone speaks of."""
_GLOSSARY = """\
- zh: 产量
  en: output
  kind: statistic
  pinyin: chǎn liàng
  evidence: ours
  explain: {zh: 生产出来的数量。, en: How much is made.}
"""
_PAGE = "---\ntitle: {title}\norder: {order}\nkind: {kind}\n---\n\n# {title}\n\n{body}\n"


def write(path, text):
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def _english(year):
    """Return the English of a report's words."""
    zh, en = WORDS[year]
    return {
        f"过去一年，{zh}产量增长5.8%，稳步发展。": (
            f"Over the past year the output of {en} grew by 5.8% and stayed on a steady path."
        ),
        f"今年要办好{zh}这件事。": (
            f"This year we will get this one thing done well: {en} at the port."
        ),
        "一、回顾": "I. Review",
        "二、任务": "II. Tasks",
        "各位代表：": "Fellow deputies:",
        "各位代表": "Opening",
        "开篇": "Opening",
        "回顾": "Review",
        "任务": "Tasks",
    }


def add_edition(root, year, *, english=True):
    """Write the edition of a year."""
    words = _english(year)
    review, tasks, *_ = words
    report = f"各位代表：\n\n一、回顾\n\n{review}\n\n二、任务\n\n{tasks}\n"
    data = root / "data" / str(year)
    write(data / "source.txt", report)
    edition = yaml.safe_load((ROOT / "data" / "report.yml").read_text(encoding="utf-8"))
    edition |= {
        "title": {"zh": f"嘉兴市{year}年政府工作报告", "en": f"Jiaxing Government Report, {year}"},
        "short_title": {"zh": f"嘉兴{year}", "en": f"Jiaxing {year}"},
        "year": year,
        "source": "source.txt",
        "sha256": hashlib.sha256(report.encode()).hexdigest(),
        "corrections": [],
    }
    write(data / "report.yml", yaml.safe_dump(edition, allow_unicode=True))
    parsed = parse(read_source(data / "source.txt"))
    written = render(parsed, plan.plan(parsed, {}, Location(root)))
    zh, en = (root / "content" / language / str(year) for language in ("zh", "en"))
    write(zh / manifest.NAME, manifest.dump_manifest(written.manifest))
    for path, page in written.pages.items():
        write(zh / path, page)
        if english:
            said = functools.reduce(lambda text, pair: text.replace(*pair), words.items(), page)
            write(en / path, said)
    for folder, home, terms in ((zh, "首页", "术语"), (en, "Home", "Terms")):
        if folder == zh or english:
            pages = {"index": ("home", 0, home, "{{ contents() }}")}
            pages["glossary"] = ("glossary", 90, terms, "{{ glossary() }}")
            _own_pages(folder, pages)


def _own_pages(folder, pages):
    for name, (kind, order, title, body) in pages.items():
        text = _PAGE.format(title=title, order=order, kind=kind, body=body)
        write(folder / f"{name}.md", text)


def write_project(root, years, untranslated=()):
    """Write a project with an edition for each year; some without English."""
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    for year in years:
        add_edition(root, year, english=year not in untranslated)
    write(root / "data" / "glossary.yml", _GLOSSARY)
    for language, home, about in (("zh", "首页", "关于"), ("en", "Home", "About")):
        link = f"[{years[0]}]({years[0]}/index.md)"
        pages = {"index": ("home", 0, home, "{{ editions() }}"), "about": ("page", 1, about, link)}
        _own_pages(root / "content" / language, pages)
    return root
