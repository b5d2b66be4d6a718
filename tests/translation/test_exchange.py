"""`mingbai exchange`: what a translator did not touch stays, what goes in is good and recorded."""

import csv
import io
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from fakes import ENGLISH
from lxml import etree

from mingbai.cli import main
from mingbai.content.ledger import (
    Ledger,
    Record,
    State,
    digest,
    read_ledger,
    standings,
    write_ledger,
)
from mingbai.content.library import read_library
from mingbai.content.pairing import pairs
from mingbai.project import Project

ROOT = Path(__file__).parent.parent.parent
SUFFIXES = {"po": ".po", "xliff": ".xlf", "tmx": ".tmx"}
GROWTH, LEAD = "GDP grew by 6.3%.", "— Priorities first."
LEAD_BLOCK = f"**{LEAD}** We created 146,000 jobs."


def _run(*arguments):
    return CliRunner().invoke(main, ["exchange", *map(str, arguments)])


def _export(form, *options):
    file = Path(f"out{SUFFIXES[form]}")
    said = _run("export", form, file, *options)
    assert said.exit_code == 0, said.output
    return file


def _tree(root):
    return {
        path.relative_to(root): path.read_bytes()
        for folder in ("content", "data")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def _standings(root):
    library = read_library(Project(root))
    return {found.pair.id: found for found in standings(pairs(library), library.ledger)}


def _change(path, old, new):
    text = path.read_bytes().decode()
    assert old in text, old
    path.write_bytes(text.replace(old, new).encode())


def _page_with(root, language, text):
    return next(
        path for path in (root / "content" / language).rglob("*.md") if text in path.read_text()
    )


@pytest.fixture
def project(draft_project):
    """The small project with English by a person, all of it recorded."""
    english = {zh: en for zh, en in ENGLISH.items() if "⟦" not in zh}
    english["**——突出重点。**新增就业14.6万人。"] = LEAD_BLOCK
    for page in (draft_project / "content/zh").rglob("*.md"):
        if page.name == "index.md" and page.parent.name == "zh":
            continue
        text = page.read_text(encoding="utf-8")
        head, body = text.split("---\n", 2)[1:]
        for zh, en in english.items():
            body = body.replace(zh, en)
        title = re.search("title:.*\n", head).group()
        target = draft_project / "content/en" / page.relative_to(draft_project / "content/zh")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"---\n{title}---\n{body}", encoding="utf-8")
    found = _standings(draft_project)
    assert {one.state for one in found.values()} == {State.EDITED}
    records = {
        id_: Record(
            page=one.pair.page,
            id=id_,
            chinese=digest(one.pair.chinese),
            english=digest(one.pair.english),
            state=State.REVIEWED,
            reviewer="Li",
        )
        for id_, one in found.items()
    }
    write_ledger(draft_project / "data/translations.jsonl", Ledger(records))
    return draft_project


def _set_state(root, state):
    path = root / "data/translations.jsonl"
    records = read_ledger(path).records
    changed = {
        id_: record.model_copy(update={"state": state, "reviewer": None})
        for id_, record in records.items()
    }
    write_ledger(path, Ledger(changed))


@pytest.mark.parametrize("form", SUFFIXES)
def test_an_untouched_file_changes_not_a_byte(project, form):
    """Of the small project; of every state, as fuzzy marks and placeholders go out and in."""
    for state in (State.REVIEWED, State.MACHINE, State.LOCKED):
        _set_state(project, state)
        before = _tree(project)
        said = _run("import", _export(form))
        assert said.exit_code == 0, said.output
        assert "0 taken in, 0 refused, 6 untouched." in said.output
        assert _tree(project) == before


@pytest.mark.parametrize("form", SUFFIXES)
def test_the_whole_report_goes_out_and_in_unchanged(tmp_path, monkeypatch, form):
    """The report of this repository, glossary and all; two exports have the same bytes."""
    for folder in ("content", "data", "overrides"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    before = _tree(tmp_path)
    first = _export(form).read_bytes()
    said = _run("import", f"out{SUFFIXES[form]}")
    assert said.exit_code == 0, said.output
    assert _tree(tmp_path) == before
    assert _export(form).read_bytes() == first


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_changed_unit_goes_in_and_is_edited(project, form):
    """The one block of the one page, the rest byte for byte; doing it again changes nothing."""
    file = _export(form)
    _change(file, GROWTH, "GDP rose by 6.3%.")
    page = _page_with(project, "en", GROWTH)
    old = page.read_text()
    said = _run("import", file)
    assert said.exit_code == 0, said.output
    assert "1 taken in, 0 refused, 5 untouched." in said.output
    assert page.read_text() == old.replace(GROWTH, "GDP rose by 6.3%.")
    edited = [one for one in _standings(project).values() if one.state is State.EDITED]
    assert [one.pair.english for one in edited] == ["GDP rose by 6.3%."]
    assert edited[0].record.state is State.EDITED
    assert edited[0].record.english == digest("GDP rose by 6.3%.")
    assert edited[0].record.reviewer is None
    after = _tree(project)
    assert _run("import", file).exit_code == 0
    assert _tree(project) == after


@pytest.mark.parametrize("form", SUFFIXES)
def test_markup_comes_back_where_the_translator_put_it(project, form):
    """The bold lead stays bold, a heading a heading."""
    file = _export(form)
    _change(file, "Priorities first.", "First things first.")
    _change(file, "II. Tasks", "II. Our tasks")
    said = _run("import", file)
    assert said.exit_code == 0, said.output
    text = _page_with(project, "en", "First things").read_text()
    assert "**— First things first.** We created 146,000 jobs." in text
    assert re.search("^#+ II. Our tasks$", text, re.MULTILINE)


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_first_translation_makes_the_page(draft_project, form):
    """Blocks without English go out empty; what the translator filled goes in."""
    file = Path(f"out{SUFFIXES[form]}")
    assert _run("export", form, file).exit_code == 0
    text = file.read_text(encoding="utf-8")
    if form == "po":
        text = re.sub('(6.3%。"\nmsgstr )""', f'\\1"{GROWTH}"', text)
    elif form == "xliff":
        text = text.replace("6.3%。</source>", f"6.3%。</source><target>{GROWTH}</target>")
    else:
        tuv = f'<tuv xml:lang="en-US"><seg>{GROWTH}</seg></tuv>'
        text = text.replace("6.3%。</seg></tuv>", f"6.3%。</seg></tuv>{tuv}")
    file.write_text(text, encoding="utf-8")
    said = _run("import", file)
    assert said.exit_code == 0, said.output
    states = [one.state for one in _standings(draft_project).values()]
    assert states.count(State.EDITED) == 1
    assert states.count(State.UNTRANSLATED) == 5


@pytest.mark.parametrize("form", SUFFIXES)
def test_units_whose_chinese_changed_meanwhile_are_refused_and_listed(project, form):
    """The stale one by file, line, unit and reason; the others go in."""
    file = _export(form)
    _change(file, GROWTH, "GDP rose by 6.3%.")
    _change(file, "31,000 school places", "31,000 places at school")
    chinese = _page_with(project, "zh", "6.3%")
    _change(chinese, "增长6.3%", "增长了6.3%")
    said = _run("import", file)
    assert said.exit_code == 1
    assert "1 taken in, 1 refused, 4 untouched." in said.output
    line = next(line for line in said.output.splitlines() if "Chinese changed" in line)
    assert re.match(rf"{file}:\d+: \S+\.md#p3: its Chinese changed since the export\.", line)
    assert _page_with(project, "en", GROWTH)
    assert _page_with(project, "en", "31,000 places at school")


@pytest.mark.parametrize("form", SUFFIXES)
def test_english_mended_for_a_stale_block_makes_it_fresh(project, form):
    """Exported when it was stale already, so the translator saw the new Chinese."""
    _change(_page_with(project, "zh", "6.3%"), "增长6.3%", "增长了6.3%")
    assert _standings(project)["p3"].state is State.STALE
    file = _export(form)
    text = file.read_text().replace(GROWTH, "GDP rose by 6.3%.")
    file.write_text(text.replace("#, fuzzy\n", ""))
    said = _run("import", file)
    assert said.exit_code == 0, said.output
    assert _standings(project)["p3"].state is State.EDITED


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_run_cut_between_page_and_ledger_is_finished_by_the_next(project, form):
    """The page has the new English, the ledger not yet; the same file again makes it whole."""
    _change(_page_with(project, "zh", "6.3%"), "增长6.3%", "增长了6.3%")
    file = _export(form)
    text = file.read_text().replace(GROWTH, "GDP rose by 6.3%.")
    file.write_text(text.replace("#, fuzzy\n", ""))
    ledger = (project / "data/translations.jsonl").read_bytes()
    assert _run("import", file).exit_code == 0
    (project / "data/translations.jsonl").write_bytes(ledger)
    assert _standings(project)["p3"].state is State.STALE
    assert _run("import", file).exit_code == 0
    assert _standings(project)["p3"].state is State.EDITED


@pytest.mark.parametrize("form", SUFFIXES)
def test_what_an_editor_wrote_since_the_export_is_never_overwritten(project, form):
    """Untouched by the translator: the editor's stays. Touched by both: refused."""
    file = _export(form)
    page = _page_with(project, "en", GROWTH)
    _change(page, GROWTH, "GDP increased by 6.3%.")
    before = _tree(project)
    assert _run("import", file).exit_code == 0
    assert _tree(project) == before
    _change(file, GROWTH, "GDP rose by 6.3%.")
    said = _run("import", file)
    assert said.exit_code == 1
    assert "its English changed here too since the export" in said.output
    assert _tree(project) == before


BAD = {
    "wrong figure": ("GDP grew by 63%.", "figure-"),
    "empty": ("", "empty"),
    "Chinese left": ("GDP grew 增长 by 6.3%.", "chinese-left"),
    "Jinja": ("GDP grew by {{ 6.3 }}%.", "'{{'"),
    "Jinja block": ("GDP {% raw %} grew by 6.3%.", "'{%'"),
    "tag": ("GDP &lt;script&gt; grew by 6.3%.", "'&lt;s'"),
    "own mask": ("GDP ⟦0⟧ grew by 6.3%.", "markup"),
    "odd mask": ("GDP ⟦a⟧ grew by 6.3%.", "markup"),
    "right to left": ("GDP \u202e grew by 6.3%.", "U+202E"),
}


@pytest.mark.parametrize("form", SUFFIXES)
@pytest.mark.parametrize("name", BAD)
def test_english_that_must_not_be_saved_is_refused_the_rest_goes_in(project, form, name):
    """Errors of the rules, attempts at markup, locked text: each with its reason."""
    english, reason = BAD[name]
    if form == "po":
        english = english.replace("&lt;", "<").replace("&gt;", ">")
    file = _export(form)
    _change(file, GROWTH, english)
    _change(file, "31,000 school places", "31,000 places at school")
    said = _run("import", file)
    assert said.exit_code == 1, said.output
    assert reason.replace("&lt;", "<") in said.output
    assert "1 taken in, 1 refused, 4 untouched." in said.output
    assert _page_with(project, "en", GROWTH)
    assert _page_with(project, "en", "31,000 places at school")


@pytest.mark.parametrize("form", SUFFIXES)
def test_markdown_of_a_translator_is_shown_as_typed(project, form):
    """It is data: its stars and brackets are escaped."""
    file = _export(form)
    _change(file, GROWTH, "GDP *grew* by 6.3% [see](note).")
    said = _run("import", file)
    assert said.exit_code == 0, said.output
    page = _page_with(project, "en", r"GDP \*grew\* by 6.3% \[see\](note).")
    assert page


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_locked_block_is_refused(project, form):
    """Settled is settled."""
    _set_state(project, State.LOCKED)
    file = _export(form)
    _change(file, GROWTH, "GDP rose by 6.3%.")
    before = _tree(project)
    said = _run("import", file)
    assert said.exit_code == 1
    assert "it is locked" in said.output
    assert _tree(project) == before


def test_a_waived_fault_is_let_stand_here_too(project):
    """With a reason in data/waivers.yml, for the Chinese as it is."""
    chinese = _standings(project)["p3"].pair.chinese
    waiver = (
        "- id: p3\n  rule: figure-extra\n  reason: 'Derived: two quarters of the year.'\n"
        f"  chinese: '{digest(chinese)}'\n"
    )
    (project / "data/waivers.yml").write_text(waiver)
    file = _export("po")
    _change(file, GROWTH, "GDP grew by 6.3% over 7 years.")
    said = _run("import", file)
    assert said.exit_code == 0, said.output


def test_a_changed_unit_still_fuzzy_is_not_taken(project):
    """The translator says that it needs work."""
    _set_state(project, State.MACHINE)
    file = _export("po")
    assert file.read_text().count("#, fuzzy") == 6
    _change(file, GROWTH, "GDP rose by 6.3%.")
    said = _run("import", file)
    assert said.exit_code == 1
    assert "needing work" in said.output


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_file_that_lost_its_digests_overwrites_nothing(project, form):
    """Some tools drop notes; then nobody knows what the translator saw."""
    file = _export(form)
    text = re.sub(r".*(?:#\. english|x-mingbai-english|mingbai:english).*\n", "", file.read_text())
    file.write_text(text)
    assert _run("import", file).exit_code == 0
    _change(file, GROWTH, "GDP rose by 6.3%.")
    before = _tree(project)
    said = _run("import", file)
    assert said.exit_code == 1
    assert "with which English" in said.output
    assert _tree(project) == before


def test_windows_line_ends_of_a_page_stay(project):
    """A page saved on Windows changes in its one line only."""
    page = _page_with(project, "en", GROWTH)
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    old = page.read_bytes()
    file = _export("po")
    _change(file, GROWTH, "GDP rose by 6.3%.")
    assert _run("import", file).exit_code == 0
    assert page.read_bytes() == old.replace(GROWTH.encode(), b"GDP rose by 6.3%.")


@pytest.mark.parametrize("form", SUFFIXES)
def test_pages_and_states_choose_what_goes_out(project, form):
    """A part of a report is a whole file; an unknown page is an error."""
    page = _standings(project)["p3"].pair.page
    text = _export(form, "--pages", page, "--only", "reviewed").read_text()
    assert GROWTH in text
    assert LEAD not in text
    said = _run("export", form, "x", "--pages", "../secret.md")
    assert said.exit_code == 2
    assert "There is no block of the report on ../secret.md." in said.output


def test_po_is_accepted_by_gettext(project):
    """Msgfmt --check, as translators' platforms run it."""
    if shutil.which("msgfmt") is None:
        pytest.skip("gettext's msgfmt is not installed; scripts/setup test installs it")
    _set_state(project, State.MACHINE)
    for file in (_export("po"), _export("po", "--only", "machine")):
        done = subprocess.run(
            ["msgfmt", "--check", "--output-file=-", file], capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
    assert GROWTH.encode() not in done.stdout  # fuzzy: no program shows it as finished


def test_po_has_the_date_it_is_given_and_no_other(project, monkeypatch):
    """Same input, same bytes."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert "Date" not in _export("po").read_text()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1709596800")
    assert "PO-Revision-Date: 2024-03-05 00:00+0000" in _export("po").read_text()
    assert project


def test_xliff_validates_against_its_schema(tmp_path, monkeypatch):
    """The whole report, against the OASIS standard's own schema."""
    for folder in ("content", "data", "overrides"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    schema = etree.XMLSchema(file=str(Path(__file__).parent / "xliff/xliff-core-2.0.xsd"))
    schema.assertValid(etree.parse(_export("xliff")))


def test_glossary_goes_out_as_csv_and_tbx(tmp_path, monkeypatch):
    """Every term in both; forbidden renderings say so."""
    for folder in ("content", "data"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    terms = read_library(Project(tmp_path)).terms
    for form in ("csv", "tbx"):
        assert _run("export", form, f"terms.{form}").exit_code == 0
    data = Path("terms.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [(row["zh"], row["en"]) for row in rows] == [(term.zh, term.en) for term in terms]
    space = "{urn:iso:std:iso:30042:ed-2}"
    tree = ET.parse("terms.tbx")  # noqa: S314 (our own file)
    assert [entry.find(f".//{space}term").text for entry in tree.iter(f"{space}conceptEntry")] == [
        term.zh for term in terms
    ]
    deprecated = [
        section.find(f"{space}term").text
        for section in tree.iter(f"{space}termSec")
        if section.find(f"{space}termNote").text == "deprecatedTerm-admn-sts"
    ]
    assert deprecated == [text for term in terms for text in term.forbidden]


HOSTILE = {
    "unknown": ("#p3", "#p999", 'There is no block .*p999"?'),
    "traversal": (None, "../../data/report.yml#p3", "There is no block"),
    "twice": ("#p4", "#p3", "stands on line|There is no block"),
}


@pytest.mark.parametrize("form", ["po", "tmx"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_names_blocks_wrongly_is_refused_whole(project, form, name):
    """Exit code 2, the line, and nothing written, good changes neither."""
    old, new, message = HOSTILE[name]
    file = _export(form)
    page = _standings(project)["p3"].pair.page
    _change(file, old or f"{page}#p3", new)
    _change(file, "31,000 school places", "31,000 places at school")
    before = _tree(project)
    said = _run("import", file)
    assert said.exit_code == 2
    assert re.search(rf"^{file}:\d+: .*({message})", said.output, re.MULTILINE)
    assert _tree(project) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<unit id="p3"', '<unit id="p999"'),
        ('original="', 'original="../../data/'),
        ('<unit id="p3"', '<unit id="p2"'),
    ],
)
def test_an_xliff_that_names_blocks_wrongly_is_refused_whole(project, old, new):
    """A page of another folder is no page; a block that stands twice is none of an export."""
    file = _export("xliff")
    _change(file, old, new)
    _change(file, "31,000 school places", "31,000 places at school")
    before = _tree(project)
    said = _run("import", file)
    assert said.exit_code == 2
    assert re.search(rf"^{file}:\d+: ", said.output, re.MULTILINE)
    assert _tree(project) == before


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_unit_named_twice_is_refused_whole(project, form):
    """Which of the two is meant, nobody knows."""
    file = _export(form)
    text = file.read_text()
    unit = {
        "po": r"#\. state[^\n]*\n[^§]*?\n\n",
        "xliff": r"    <unit [^§]*?</unit>\n",
        "tmx": r"    <tu [^§]*?</tu>\n",
    }[form]
    first = re.search(unit, text).group()
    file.write_text(text.replace(first, first + first))
    said = _run("import", file)
    assert said.exit_code == 2
    assert re.search(rf"^{file}:\d+: The unit \S+#p1 stands on line \d+ already", said.output)
    assert project


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("name", ["missing.po", "table.xlsx", "folder.tmx"])
def test_a_file_that_cannot_be_read_is_named(name):
    """Not there, of no known format, or a folder: exit code 2."""
    Path("folder.tmx").mkdir()
    said = _run("import", name)
    assert said.exit_code == 2
    assert said.output.startswith(f"{name}: ")


def test_a_file_that_gettext_wrapped_anew_is_untouched(project):
    """Tools wrap lines and write Windows line ends; that is no change."""
    if shutil.which("msgcat") is None:
        pytest.skip("gettext's msgcat is not installed; scripts/setup test installs it")
    file = _export("po")
    subprocess.run(["msgcat", "--width=40", "--output-file=out.po", file], check=True)
    assert '""\n"' in file.read_text()
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = _tree(project)
    said = _run("import", file)
    assert said.exit_code == 0, said.output
    assert "0 taken in, 0 refused, 6 untouched." in said.output
    assert _tree(project) == before
