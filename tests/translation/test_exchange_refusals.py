"""`mingbai exchange import`: what must not go in is left out, by line and with its reason."""

import re
from pathlib import Path

import pytest
from exchanging import (
    GROWTH,
    SUFFIXES,
    change,
    export,
    page_with,
    run,
    set_state,
    standings_of,
    translate,
    tree,
)

from mingbai.content.ledger import State
from mingbai.digest import words_digest


@pytest.fixture
def project(draft_project):
    """The small project with English by a person, all of it reviewed."""
    translate(draft_project)
    return draft_project


@pytest.mark.parametrize("form", SUFFIXES)
def test_units_whose_chinese_changed_meanwhile_are_refused_and_listed(project, form):
    """The stale one by file, line, unit and reason; the others go in."""
    file = export(form)
    change(file, GROWTH, "GDP rose by 6.3%.")
    change(file, "31,000 school places", "31,000 places at school")
    chinese = page_with(project, "zh", "6.3%")
    change(chinese, "增长6.3%", "增长了6.3%")
    said = run("import", file)
    assert said.exit_code == 1
    assert "1 imported, 1 refused, 4 unchanged." in said.output
    line = next(line for line in said.output.splitlines() if "Chinese has changed" in line)
    assert re.match(rf"{file}:\d+: \S+\.md#p3: its Chinese has changed since the export\.", line)
    assert page_with(project, "en", GROWTH)
    assert page_with(project, "en", "31,000 places at school")


@pytest.mark.parametrize("form", SUFFIXES)
def test_what_an_editor_wrote_since_the_export_is_never_overwritten(project, form):
    """Untouched by the translator: the editor's stays. Touched by both: refused."""
    file = export(form)
    page = page_with(project, "en", GROWTH)
    change(page, GROWTH, "GDP increased by 6.3%.")
    before = tree(project)
    assert run("import", file).exit_code == 0
    assert tree(project) == before
    change(file, GROWTH, "GDP rose by 6.3%.")
    said = run("import", file)
    assert said.exit_code == 1
    assert "its English has changed in the project since the export" in said.output
    assert tree(project) == before


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
    file = export(form)
    change(file, GROWTH, english)
    change(file, "31,000 school places", "31,000 places at school")
    said = run("import", file)
    assert said.exit_code == 1, said.output
    assert reason.replace("&lt;", "<") in said.output
    assert "1 imported, 1 refused, 4 unchanged." in said.output
    assert page_with(project, "en", GROWTH)
    assert page_with(project, "en", "31,000 places at school")


@pytest.mark.parametrize("form", SUFFIXES)
def test_markdown_of_a_translator_is_shown_as_typed(project, form):
    """It is data: its stars and brackets are escaped."""
    file = export(form)
    change(file, GROWTH, "GDP *grew* by 6.3% [see](note).")
    said = run("import", file)
    assert said.exit_code == 0, said.output
    page = page_with(project, "en", r"GDP \*grew\* by 6.3% \[see\](note).")
    assert page


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_locked_block_is_refused(project, form):
    """An import cannot change it."""
    set_state(project, State.LOCKED)
    file = export(form)
    change(file, GROWTH, "GDP rose by 6.3%.")
    before = tree(project)
    said = run("import", file)
    assert said.exit_code == 1
    assert "it is locked" in said.output
    assert tree(project) == before


def test_a_waived_fault_is_let_stand_here_too(project):
    """With a reason in data/waivers.yml, for the Chinese as it is."""
    chinese = standings_of(project)["p3"].pair.chinese
    waiver = (
        "- id: p3\n  rule: figure-extra\n  reason: 'Derived: two quarters of the year.'\n"
        f"  chinese: '{words_digest(chinese)}'\n"
    )
    (project / "data/waivers.yml").write_text(waiver)
    file = export("po")
    change(file, GROWTH, "GDP grew by 6.3% over 7 years.")
    said = run("import", file)
    assert said.exit_code == 0, said.output


def test_a_changed_unit_still_fuzzy_is_not_taken(project):
    """The translator says that it needs work."""
    set_state(project, State.MACHINE)
    file = export("po")
    assert file.read_text().count("#, fuzzy") == 6
    change(file, GROWTH, "GDP rose by 6.3%.")
    said = run("import", file)
    assert said.exit_code == 1
    assert "needing work" in said.output


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_file_that_lost_its_digests_overwrites_nothing(project, form):
    """Some tools drop notes; then nobody knows what the translator saw."""
    file = export(form)
    text = re.sub(r".*(?:#\. english|x-mingbai-english|mingbai:english).*\n", "", file.read_text())
    file.write_text(text)
    assert run("import", file).exit_code == 0
    change(file, GROWTH, "GDP rose by 6.3%.")
    before = tree(project)
    said = run("import", file)
    assert said.exit_code == 1
    assert "has lost the digest" in said.output
    assert tree(project) == before


HOSTILE = {
    "unknown": ("#p3", "#p999", 'There is no block .*p999"?'),
    "traversal": (None, "../../data/report.yml#p3", "There is no block"),
    "twice": ("#p4", "#p3", "is already on line|There is no block"),
}


@pytest.mark.parametrize("form", ["po", "tmx"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_names_blocks_wrongly_is_refused_whole(project, form, name):
    """Exit code 2, the line, and nothing written, good changes neither."""
    old, new, message = HOSTILE[name]
    file = export(form)
    page = standings_of(project)["p3"].pair.page
    change(file, old or f"{page}#p3", new)
    change(file, "31,000 school places", "31,000 places at school")
    before = tree(project)
    said = run("import", file)
    assert said.exit_code == 2
    assert re.search(rf"^{file}:\d+: .*({message})", said.output, re.MULTILINE)
    assert tree(project) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<unit id="p3"', '<unit id="p999"'),
        ('original="', 'original="../../data/'),
        ('<unit id="p3"', '<unit id="p2"'),
    ],
)
def test_an_xliff_that_names_blocks_wrongly_is_refused_whole(project, old, new):
    """A page of another folder, or a block that occurs twice, is not from an export."""
    file = export("xliff")
    change(file, old, new)
    change(file, "31,000 school places", "31,000 places at school")
    before = tree(project)
    said = run("import", file)
    assert said.exit_code == 2
    assert re.search(rf"^{file}:\d+: ", said.output, re.MULTILINE)
    assert tree(project) == before


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_unit_named_twice_is_refused_whole(project, form):
    """Which of the two is meant, nobody knows."""
    file = export(form)
    text = file.read_text()
    unit = {
        "po": r"#\. state[^\n]*\n[^§]*?\n\n",
        "xliff": r"    <unit [^§]*?</unit>\n",
        "tmx": r"    <tu [^§]*?</tu>\n",
    }[form]
    first = re.search(unit, text).group()
    file.write_text(text.replace(first, first + first))
    said = run("import", file)
    assert said.exit_code == 2
    assert re.search(rf"^{file}:\d+: The unit \S+#p1 is already on line \d+", said.output)
    assert project


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("name", ["missing.po", "table.xlsx", "folder.tmx"])
def test_a_file_that_cannot_be_read_is_named(name):
    """Not there, of no known format, or a folder: exit code 2."""
    Path("folder.tmx").mkdir()
    said = run("import", name)
    assert said.exit_code == 2
    assert said.output.startswith(f"{name}: ")
