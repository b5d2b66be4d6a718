"""A small project in both languages, and what tests of exchange do with it."""

import re
from pathlib import Path

from click.testing import CliRunner
from fakes import ENGLISH

from mingbai.cli import main
from mingbai.content.ledger import Ledger, Record, State, read_ledger, write_ledger
from mingbai.content.pairing import pairs
from mingbai.content.reading import read_library
from mingbai.content.state import translation_states
from mingbai.digest import words_digest
from mingbai.project import Project

SUFFIXES = {"po": ".po", "xliff": ".xlf", "tmx": ".tmx"}
GROWTH, LEAD = "GDP grew by 6.3%.", "— Priorities first."
LEAD_BLOCK = f"**{LEAD}** We created 146,000 jobs."


def run(*arguments):
    return CliRunner().invoke(main, ["exchange", *map(str, arguments)])


def export(form, *options):
    file = Path(f"out{SUFFIXES[form]}")
    said = run("export", form, file, *options)
    assert said.exit_code == 0, said.output
    return file


def tree(root):
    return {
        path.relative_to(root): path.read_bytes()
        for folder in ("content", "data")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def standings_of(root):
    library = read_library(Project(root))
    return {found.pair.id: found for found in translation_states(pairs(library), library.ledger)}


def change(path, old, new):
    text = path.read_bytes().decode()
    assert old in text, old
    path.write_bytes(text.replace(old, new).encode())


def page_with(root, language, text):
    return next(
        path for path in (root / "content" / language).rglob("*.md") if text in path.read_text()
    )


def translate(root):
    """Give the project English by a person, all of it reviewed."""
    english = {zh: en for zh, en in ENGLISH.items() if "⟦" not in zh}
    english["**——突出重点。**新增就业14.6万人。"] = LEAD_BLOCK
    for page in (root / "content/zh").rglob("*.md"):
        if page.name == "index.md" and page.parent.name == "zh":
            continue
        text = page.read_text(encoding="utf-8")
        head, body = text.split("---\n", 2)[1:]
        for zh, en in english.items():
            body = body.replace(zh, en)
        title = re.search("title:.*\n", head).group()
        target = root / "content/en" / page.relative_to(root / "content/zh")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"---\n{title}---\n{body}", encoding="utf-8")
    found = standings_of(root)
    assert {one.state for one in found.values()} == {State.EDITED}
    records = {
        id_: Record(
            page=one.pair.page,
            id=id_,
            chinese=words_digest(one.pair.chinese),
            english=words_digest(one.pair.english),
            state=State.REVIEWED,
            reviewer="Li",
        )
        for id_, one in found.items()
    }
    write_ledger(root / "data/translations.jsonl", Ledger(records))


def set_state(root, state):
    path = root / "data/translations.jsonl"
    records = read_ledger(path).records
    changed = {
        id_: record.model_copy(update={"state": state, "reviewer": None})
        for id_, record in records.items()
    }
    write_ledger(path, Ledger(changed))
