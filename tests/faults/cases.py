"""The commands that write, each with the project it starts from and what it must never lose."""

import hashlib
import json
import os
import shutil
from pathlib import Path

import fakes
import yaml
from harness import Case

from mingbai.cli import main
from mingbai.content.ledger import State, read_ledger
from mingbai.content.pairing import pairs
from mingbai.content.reading import read_library
from mingbai.content.state import translation_states
from mingbai.project import Project
from mingbai.publishing.pack import pack

ROOT = Path(__file__).parents[2]
MORE = fakes.REPORT.replace("新增学位3.1万个。", "新增学位3.1万个！") + "\n谢谢大家。\n"


def mingbai(*arguments):
    def run():
        main(list(arguments))
        return 0

    return run


def _run(root, *arguments):
    """Run a command of a project's preparation, in the folder."""
    here = Path.cwd()
    os.chdir(root)
    try:
        main(list(arguments), standalone_mode=False)
    except SystemExit as ended:
        if ended.code not in {0, 1, None}:
            raise
    finally:
        os.chdir(here)


def _settings(root, report=fakes.REPORT):
    (root / "data").mkdir(exist_ok=True)
    (root / "data/source.txt").write_text(report, encoding="utf-8", newline="")
    edition = yaml.safe_load((ROOT / "data/report.yml").read_text(encoding="utf-8"))
    digest = hashlib.sha256(report.encode()).hexdigest()
    edition |= {"source": "source.txt", "sha256": digest, "corrections": []}
    text = yaml.safe_dump(edition, allow_unicode=True)
    (root / "data/report.yml").write_text(text, encoding="utf-8")


def bare(root):
    """A report, and no page yet."""
    _settings(root)


def pages(root):
    """Chinese pages, no English."""
    _settings(root)
    _run(root, "split", "data/source.txt", "--into", "content/zh")
    home = "---\ntitle: 首页\n---\n\n# 首页\n"
    (root / "content/zh/index.md").write_text(home, encoding="utf-8")


def changed(root):
    """Pages that editors have worked on, and a report that has changed since."""
    pages(root)
    page = next(
        path
        for path in sorted((root / "content/zh").rglob("*.md"))
        if "6.3" in path.read_text("utf-8")
    )
    page.write_text(
        page.read_text("utf-8").replace("title:", "summary: 我的话。\ntitle:", 1), "utf-8"
    )
    _settings(root, MORE)


def translated(root):
    """All blocks in English, one page of them reviewed."""
    pages(root)
    _run(root, "translate", "--engine", "libre")
    _run(root, "translate", "--reviewed", "--reviewer", "A. Reader", "opening.md")


def copy(root, target):
    """Copy a project, links as links."""
    shutil.copytree(root, target, symlinks=True)


def make_stale(root):
    """Change one sentence of the Chinese."""
    for page in (root / "content/zh").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("新增学位3.1万个。", "新增学位3.1万个！"), encoding="utf-8")


def stale(root):
    """As `translated`, and one sentence of the Chinese changed since."""
    translated(root)
    make_stale(root)


def returned(root):
    """As `translated`, with a file of the translator's in which one sentence is new."""
    translated(root)
    _run(root, "exchange", "export", "po", "back.po")
    file = root / "back.po"
    text = file.read_text(encoding="utf-8")
    new = text.replace("GDP grew by 6.3%.", "Gross domestic product grew by 6.3%.")
    file.write_text(new, encoding="utf-8")


def untidy(root):
    """Pages with Windows line ends and blanks at the ends of lines."""
    translated(root)
    for page in (root / "content/en").rglob("*.md"):
        page.write_bytes(page.read_bytes().replace(b"\n", b" \r\n"))


def site(root):
    """A built site that is not packed."""
    for name in ("index.html", "en/index.html", "a/index.html"):
        path = root / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<p>{name}</p>" * 100, encoding="utf-8")


def packed(root):
    """A packed site, and a host that holds an older one."""
    site(root)
    shutil.copytree(root / "site", root / "www")
    (root / "www/old.html").write_text("old" * 200, encoding="utf-8")
    (root / "www/a/index.html").write_text("older" * 200, encoding="utf-8")
    pack(root / "www", "")
    pack(root / "site", "")


def report(root):
    """A report's file, and nothing else."""
    (root / "city.txt").write_text(fakes.REPORT, encoding="utf-8", newline="")


def no_machine_text_is_a_persons(root):
    """What an engine wrote is never recorded as edited, and what was reviewed stays reviewed."""
    library = read_library(Project(root))
    states = {one.pair.id: one.state for one in translation_states(pairs(library), library.ledger)}
    found = [f"{id_} is edited" for id_, state in states.items() if state is State.EDITED]
    old = read_ledger(root / "data/translations.jsonl").records
    return found + [f"{r.id} is incomplete" for r in old.values() if not r.english]


def reviews_stay(root):
    """A page that was reviewed before is reviewed after."""
    records = read_ledger(root / "data/translations.jsonl").records
    lost = [id_ for id_ in ("p1",) if records[id_].state is not State.REVIEWED]
    return [f"the review of {id_} is lost" for id_ in lost] + no_machine_text_is_a_persons(root)


def the_ledger_can_be_read(root):
    """Each line is a record."""
    path = root / "data/translations.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line for line in lines if not isinstance(json.loads(line), dict)]


CASES = (
    Case(
        "split", bare, mingbai("split", "data/source.txt", "--into", "content/zh"), ("content/zh",)
    ),
    Case(
        "split --update",
        changed,
        mingbai("split", "data/source.txt", "--into", "content/zh", "--update"),
        ("content/zh",),
    ),
    Case(
        "translate",
        pages,
        mingbai("translate", "--engine", "libre"),
        is_stepwise=True,
        holds=no_machine_text_is_a_persons,
    ),
    Case(
        "translate --only stale",
        stale,
        mingbai("translate", "--engine", "libre", "--only", "stale"),
        is_stepwise=True,
        holds=reviews_stay,
    ),
    Case(
        "translate --reviewed",
        translated,
        mingbai("translate", "--reviewed", "--reviewer", "B. Reader", "part-1/index.md"),
        holds=the_ledger_can_be_read,
    ),
    Case(
        "exchange import",
        returned,
        mingbai("exchange", "import", "back.po"),
        holds=the_ledger_can_be_read,
    ),
    Case("status --record", returned, mingbai("status", "--record"), holds=reviews_stay),
    Case("check --fix", untidy, mingbai("check", "--fix")),
    Case(
        "new",
        report,
        mingbai("new", "made", "city.txt", "--title", "海宁市2024年政府工作报告"),
        ("made",),
    ),
    Case("pack", site, mingbai("pack", "site"), is_unserved=True),
    Case("publish", packed, mingbai("publish", "www", "--from", "site"), is_unserved=True),
)
