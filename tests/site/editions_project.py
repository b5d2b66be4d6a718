"""A small project with editions, written for tests: a report of two parts for each year."""

import hashlib
import shutil
from pathlib import Path

import yaml

from mingbai.errors import Location
from mingbai.report import manifest, plan
from mingbai.report.parse import parse
from mingbai.report.read import read_source
from mingbai.report.split import render

ROOT = Path(__file__).parent.parent.parent
WORDS = dict(
    zip(
        range(2015, 2025),
        "丝绸 织布 桥梁 渔船 菱角 粽子 铁路 水稻 茶园 港口".split(),  # noqa: SIM905
        strict=True,
    )
)
"""What each year's report alone speaks of."""


def write(path, text):
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def add_edition(root, year, *, english=True):
    """Write the edition of a year."""
    report = (
        f"各位代表：\n\n一、回顾\n\n过去一年，{WORDS[year]}产量增长5.8%，稳步发展。\n\n"
        f"二、任务\n\n今年要办好{WORDS[year]}这件事。\n"
    )
    data = root / "data" / str(year)
    write(data / "source.txt", report)
    edition = yaml.safe_load((ROOT / "data" / "report.yml").read_text(encoding="utf-8"))
    edition |= {
        "title": {"zh": f"嘉兴市{year}年政府工作报告", "en": f"Jiaxing Report, {year}"},
        "short_title": {"zh": f"嘉兴{year}", "en": f"Jiaxing {year}"},
        "year": year,
        "source": "source.txt",
        "sha256": hashlib.sha256(report.encode()).hexdigest(),
        "corrections": [],
    }
    write(data / "report.yml", yaml.safe_dump(edition, allow_unicode=True))
    written = render(parse(read_source(data / "source.txt")), plan.plan(parse(read_source(data / "source.txt")), {}, Location(root)))
    pages = {path: text for path, text in written.pages.items()}
    content = {language: root / "content" / language / str(year) for language in ("zh", "en")}
    for path, text in pages.items():
        write(content["zh"] / path, text)
        if english:
            words = text.replace(f"过去一年，{WORDS[year]}产量增长5.8%，稳步发展。", f"Last year, {year}, output grew by 5.8%.")
            write(content["en"] / path, words.replace("一、回顾", "I. Review"))
    write(content["zh"] / manifest.NAME, manifest.dump_manifest(written.manifest))
    languages = {"zh": "首页", "en": "Home"} if english else {"zh": "首页"}
    for language, title in languages.items():
        home = f"---\ntitle: {title}\norder: 0\nkind: home\n---\n\n# {title}\n\n{{{{ contents() }}}}\n"
        write(content[language] / "index.md", home)
        glossary = "---\ntitle: T\nkind: glossary\norder: 90\n---\n\n# T\n\n{{ glossary() }}\n"
        write(content[language] / "glossary.md", glossary)


def write_project(root, years, untranslated=()):
    """Write a project with an edition for each year; some without English."""
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    for year in years:
        add_edition(root, year, english=year not in untranslated)
    write(root / "data/glossary.yml", "- {zh: 产量, en: output, pinyin: chǎn liàng, kind: statistic, evidence: ours, explain: {zh: 生产出来的数量。, en: What is made.}}\n")
    for language, title in (("zh", "首页"), ("en", "Home")):
        home = f"---\ntitle: {title}\norder: 0\nkind: home\n---\n\n# {title}\n\n{{{{ editions() }}}}\n"
        write(root / f"content/{language}/index.md", home)
        about = f"---\ntitle: A {title}\n---\n\n# About\n\n[{years[-1]}]({years[-1]}/index.md)\n"
        write(root / f"content/{language}/about.md", about)
    return root
