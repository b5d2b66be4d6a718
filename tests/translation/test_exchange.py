"""`mingbai exchange`: what nobody touched stays, what a translator changed goes in."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from exchanging import (
    GROWTH,
    LEAD,
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
def test_an_untouched_file_changes_not_a_byte(project, form):
    """Of the small project; of every state, as fuzzy marks and placeholders go out and in."""
    for state in (State.REVIEWED, State.MACHINE, State.LOCKED):
        set_state(project, state)
        before = tree(project)
        said = run("import", export(form))
        assert said.exit_code == 0, said.output
        assert "0 imported, 0 refused, 6 unchanged." in said.output
        assert tree(project) == before


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_changed_unit_goes_in_and_is_edited(project, form):
    """The one block of the one page, the rest byte for byte; doing it again changes nothing."""
    file = export(form)
    change(file, GROWTH, "GDP rose by 6.3%.")
    page = page_with(project, "en", GROWTH)
    old = page.read_text()
    said = run("import", file)
    assert said.exit_code == 0, said.output
    assert "1 imported, 0 refused, 5 unchanged." in said.output
    assert page.read_text() == old.replace(GROWTH, "GDP rose by 6.3%.")
    edited = [one for one in standings_of(project).values() if one.state is State.EDITED]
    assert [one.pair.english for one in edited] == ["GDP rose by 6.3%."]
    assert edited[0].record.state is State.EDITED
    assert edited[0].record.english == words_digest("GDP rose by 6.3%.")
    assert edited[0].record.reviewer is None
    after = tree(project)
    assert run("import", file).exit_code == 0
    assert tree(project) == after


@pytest.mark.parametrize("form", SUFFIXES)
def test_markup_comes_back_where_the_translator_put_it(project, form):
    """The bold lead stays bold, a heading a heading."""
    file = export(form)
    change(file, "Priorities first.", "First things first.")
    change(file, "II. Tasks", "II. Our tasks")
    said = run("import", file)
    assert said.exit_code == 0, said.output
    text = page_with(project, "en", "First things").read_text()
    assert "**— First things first.** We created 146,000 jobs." in text
    assert re.search("^#+ II. Our tasks$", text, re.MULTILINE)


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_first_translation_makes_the_page(draft_project, form):
    """Blocks without English go out empty; what the translator filled goes in."""
    file = Path(f"out{SUFFIXES[form]}")
    assert run("export", form, file).exit_code == 0
    text = file.read_text(encoding="utf-8")
    if form == "po":
        text = re.sub('(6.3%。"\nmsgstr )""', f'\\1"{GROWTH}"', text)
    elif form == "xliff":
        text = text.replace("6.3%。</source>", f"6.3%。</source><target>{GROWTH}</target>")
    else:
        tuv = f'<tuv xml:lang="en-US"><seg>{GROWTH}</seg></tuv>'
        text = text.replace("6.3%。</seg></tuv>", f"6.3%。</seg></tuv>{tuv}")
    file.write_text(text, encoding="utf-8")
    said = run("import", file)
    assert said.exit_code == 0, said.output
    states = [one.state for one in standings_of(draft_project).values()]
    assert states.count(State.EDITED) == 1
    assert states.count(State.UNTRANSLATED) == 5


@pytest.mark.parametrize("form", SUFFIXES)
def test_english_mended_for_a_stale_block_makes_it_fresh(project, form):
    """Exported when it was stale already, so the translator saw the new Chinese."""
    change(page_with(project, "zh", "6.3%"), "增长6.3%", "增长了6.3%")
    assert standings_of(project)["p3"].state is State.STALE
    file = export(form)
    text = file.read_text().replace(GROWTH, "GDP rose by 6.3%.")
    file.write_text(text.replace("#, fuzzy\n", ""))
    said = run("import", file)
    assert said.exit_code == 0, said.output
    assert standings_of(project)["p3"].state is State.EDITED


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_run_cut_between_page_and_ledger_is_finished_by_the_next(project, form):
    """The page has the new English, the ledger not yet; the same file again makes it whole."""
    change(page_with(project, "zh", "6.3%"), "增长6.3%", "增长了6.3%")
    file = export(form)
    text = file.read_text().replace(GROWTH, "GDP rose by 6.3%.")
    file.write_text(text.replace("#, fuzzy\n", ""))
    ledger = (project / "data/translations.jsonl").read_bytes()
    assert run("import", file).exit_code == 0
    (project / "data/translations.jsonl").write_bytes(ledger)
    assert standings_of(project)["p3"].state is State.STALE
    assert run("import", file).exit_code == 0
    assert standings_of(project)["p3"].state is State.EDITED


def test_windows_line_ends_of_a_page_stay(project):
    """A page saved on Windows changes in its one line only."""
    page = page_with(project, "en", GROWTH)
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    old = page.read_bytes()
    file = export("po")
    change(file, GROWTH, "GDP rose by 6.3%.")
    assert run("import", file).exit_code == 0
    assert page.read_bytes() == old.replace(GROWTH.encode(), b"GDP rose by 6.3%.")


@pytest.mark.parametrize("form", SUFFIXES)
def test_pages_and_states_choose_what_goes_out(project, form):
    """A part of a report is a whole file; an unknown page is an error."""
    page = standings_of(project)["p3"].pair.page
    text = export(form, "--pages", page, "--only", "reviewed").read_text()
    assert GROWTH in text
    assert LEAD not in text
    said = run("export", form, "x", "--pages", "../secret.md")
    assert said.exit_code == 2
    assert "The page ../secret.md has no block of the report." in said.output


def test_po_is_accepted_by_gettext(project):
    """Msgfmt --check, as translators' platforms run it."""
    if shutil.which("msgfmt") is None:
        pytest.skip("gettext's msgfmt is not installed; scripts/setup test installs it")
    set_state(project, State.MACHINE)
    for file in (export("po"), export("po", "--only", "machine")):
        done = subprocess.run(
            ["msgfmt", "--check", "--output-file=-", file], capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
    assert GROWTH.encode() not in done.stdout  # fuzzy: no program shows it as finished


def test_po_has_the_date_it_is_given_and_no_other(project, monkeypatch):
    """Same input, same bytes."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert "Date" not in export("po").read_text()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1709596800")
    assert "PO-Revision-Date: 2024-03-05 00:00+0000" in export("po").read_text()
    assert project


def test_a_file_that_gettext_wrapped_anew_is_untouched(project):
    """Tools wrap lines and write Windows line ends; that is no change."""
    if shutil.which("msgcat") is None:
        pytest.skip("gettext's msgcat is not installed; scripts/setup test installs it")
    file = export("po")
    subprocess.run(["msgcat", "--width=40", "--output-file=out.po", file], check=True)
    assert '""\n"' in file.read_text()
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = tree(project)
    said = run("import", file)
    assert said.exit_code == 0, said.output
    assert "0 imported, 0 refused, 6 unchanged." in said.output
    assert tree(project) == before
