"""`mingbai status`, and what people say of translations: reviewed, still valid."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from mingbai.cli.status import status
from mingbai.content.ledger import Ledger, State, read_ledger, write_ledger
from mingbai.content.pairing import pairs
from mingbai.content.reading import read_library
from mingbai.content.state import translation_states
from mingbai.content.tally import tallies
from mingbai.digest import words_digest
from mingbai.errors import MingbaiError
from mingbai.finding import Finding
from mingbai.glossary import ChineseIndex
from mingbai.project import Project
from mingbai.site.compose.sites import read_site
from mingbai.translation.marking import mark_reviewed, record_edited, still_valid

ROOT = Path(__file__).parent.parent.parent
PAGE = "review-2023/economy.md"
DAY = "2024-03-05"
GLOSSARY = ChineseIndex(())


def _copy(folder, monkeypatch, data):
    shutil.copytree(ROOT / "content", folder / "content")
    (folder / "data").mkdir()
    for name in data:
        copy = shutil.copytree if (ROOT / "data" / name).is_dir() else shutil.copy
        copy(ROOT / "data" / name, folder / "data" / name)
    monkeypatch.chdir(folder)
    run("--record")
    return folder


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A copy of the project's pages, to change; without figures and glossary, to be quick."""
    return _copy(tmp_path, monkeypatch, ("report.yml", "source"))


@pytest.fixture
def whole(tmp_path, monkeypatch):
    """A copy of all that a site is composed of."""
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    return _copy(tmp_path, monkeypatch, [path.name for path in (ROOT / "data").iterdir()])


def run(*arguments):
    return CliRunner().invoke(status, arguments)


def _change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _reword_heading(root):
    """Change one block of the English page: p9-3, its second heading."""
    path = root / "content/en" / PAGE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n## ", "\n## Anew: ", 1), encoding="utf-8")


def _found(project):
    library = read_library(Project(project))
    return library.ledger, translation_states(pairs(library), library.ledger)


@pytest.mark.usefixtures("project")
def test_a_finished_edition_exits_with_0():
    """The whole table: a line a page, and one of them all."""
    result = run()
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0].split()[:2] == ["page", "blocks"]
    assert lines[-1].startswith("all pages")
    assert len(lines) == len(json.loads(run("--json").output)["pages"]) + 2


def test_one_changed_character_is_one_stale_block_and_exit_code_1(project):
    """Named in the JSON; recording does not make it fresh."""
    _change(project / "content/zh" / PAGE, "11.6万户", "11.7万户")
    for arguments in (("--json",), ("--json", "--record")):
        result = run(*arguments)
        assert result.exit_code == 1
        data = json.loads(result.output)
        assert data["left"] == [{"page": PAGE, "id": "p9-4", "state": "stale"}]
        assert data["total"]["stale"] == 1


def test_a_page_without_english_is_untranslated(project):
    """All of its blocks, and exit code 1."""
    (project / "content/en" / PAGE).unlink()
    result = run("--json")
    assert result.exit_code == 1
    page = next(one for one in json.loads(result.output)["pages"] if one["page"] == PAGE)
    assert page["untranslated"] == page["blocks"] == 10


def test_recording_writes_what_persons_changed_and_nothing_else(project):
    """One line of the ledger for one edited paragraph; run again, not a byte."""
    ledger = project / "data/translations.jsonl"
    before = ledger.read_text("utf-8").splitlines()
    _reword_heading(project)
    assert run("--record").exit_code == 0
    after = ledger.read_text("utf-8").splitlines()
    assert len(set(before) ^ set(after)) == 2
    assert len(after) == len(before)
    stamp = ledger.stat().st_mtime_ns
    assert run("--record").exit_code == 0
    assert ledger.stat().st_mtime_ns == stamp


def test_recording_takes_a_machines_block_over_once_a_person_changed_it(project):
    """It is edited then, and without an engine."""
    path = project / "data/translations.jsonl"
    ledger = read_ledger(path)
    machine = ledger.records["p9-4"].model_copy(
        update={
            "state": State.MACHINE,
            "engine": "libre",
            "english": words_digest("as it was drafted"),
        }
    )
    write_ledger(path, ledger.with_records([machine]))
    assert run("--record").exit_code == 0
    record = read_ledger(path).records["p9-4"]
    assert (record.state, record.engine) == (State.EDITED, None)


def _reviewed(ledger, found, findings=(), pages=(PAGE,)):
    return mark_reviewed(
        ledger,
        found,
        pages=pages,
        reviewer="Lin Yue",
        date=DAY,
        findings=findings,
        glossary=GLOSSARY,
    )


def test_a_page_is_marked_as_reviewed_by_name_and_day(project):
    """Every block of that page and of no other."""
    ledger, found = _found(project)
    marked, refused = _reviewed(ledger, found)
    assert refused == ()
    reviewed = {id_ for id_, record in marked.records.items() if record.state is State.REVIEWED}
    assert reviewed == {one.pair.id for one in found if one.pair.page == PAGE}
    assert (marked.records["p9-4"].reviewer, marked.records["p9-4"].date) == ("Lin Yue", DAY)


def test_a_block_that_breaks_a_rule_is_not_marked_as_reviewed(project):
    """Its neighbours are."""
    ledger, found = _found(project)
    place = next(one.pair.location for one in found if one.pair.id == "p9-4")
    finding = Finding(place, "figure-scale", "p9-4: wrong.", "Correct it.")
    marked, refused = _reviewed(ledger, found, [finding])
    assert [one.block.pair.id for one in refused] == ["p9-4"]
    assert str(place) in str(refused[0])
    assert marked.records["p9-4"].state is State.EDITED
    assert marked.records["p9-2"].state is State.REVIEWED


def test_stale_and_untranslated_blocks_are_not_marked_as_reviewed(project):
    """First the English has to fit its Chinese."""
    _change(project / "content/zh" / PAGE, "11.6万户", "11.7万户")
    chinese = (project / "content/zh" / PAGE).read_text("utf-8").split("\n\n")[2]
    english = (project / "content/en" / PAGE).read_text("utf-8").split("\n\n")[2]
    _change(project / "content/en" / PAGE, english, chinese)
    _, refused = _reviewed(*_found(project))
    assert {one.block.pair.id: one.block.state for one in refused} == {
        "p9-2": State.UNTRANSLATED,
        "p9-4": State.STALE,
    }


def test_a_locked_block_stays_locked_through_a_review(project):
    """Locked says more."""
    ledger, _ = _found(project)
    ledger = ledger.with_records(
        [ledger.records["p9-4"].model_copy(update={"state": State.LOCKED})]
    )
    found = translation_states(pairs(read_library(Project(project))), ledger)
    marked, refused = _reviewed(ledger, found)
    assert refused == ()
    assert marked.records["p9-4"].state is State.LOCKED


@pytest.mark.parametrize("pages", [("economy.md",), (PAGE, "x.md")])
def test_a_page_that_is_not_there_is_told(project, pages):
    """And nothing is marked."""
    with pytest.raises(MingbaiError, match="no block of the report"):
        _reviewed(*_found(project), pages=pages)


def test_a_change_that_does_not_matter_is_acknowledged(project):
    """A typing error mended in the Chinese: the state stays as it was."""
    _change(project / "content/zh" / PAGE, "11.6万户", "11.60万户")
    ledger, found = _found(project)
    found_again = translation_states(
        (one.pair for one in found), still_valid(ledger, found, ["p9-4"])
    )
    assert tallies(found_again)[-1].is_done
    assert {one.state for one in found_again} == {State.EDITED}


@pytest.mark.parametrize("id_", ["p9-4", "p999"])
def test_only_stale_blocks_can_be_acknowledged(project, id_):
    """So that a typing error in an id does not go unseen."""
    with pytest.raises(MingbaiError, match=id_):
        still_valid(*_found(project), [id_])


def test_recording_leaves_stale_blocks_as_they_are(project):
    """Their English may have been changed too: that is no proof that it fits."""
    _change(project / "content/zh" / PAGE, "11.6万户", "11.7万户")
    _reword_heading(project)
    ledger, found = _found(project)
    recorded = record_edited(ledger, found, GLOSSARY, DAY)
    assert recorded.records["p9-4"] == ledger.records["p9-4"]
    assert recorded.records["p9-3"] != ledger.records["p9-3"]


def _english(whole):
    site = read_site(Project(whole))
    return next(one.markdown for one in site.documents if one.path == f"en/{PAGE}")


def test_an_edited_paragraph_bears_its_state_and_no_note(whole):
    """Readers are told only what they need to know."""
    before = _english(whole).count('data-state="edited"')
    _reword_heading(whole)
    markdown = _english(whole)
    assert markdown.count('data-state="edited"') == before + 1
    assert "mb-state" not in markdown


def test_a_stale_paragraph_says_so_and_links_to_the_chinese(whole):
    """That one, and no other."""
    path = whole / "data/translations.jsonl"
    ledger = read_ledger(path)
    older = ledger.records["p9-4"].model_copy(update={"chinese": "0" * 16})
    write_ledger(path, ledger.with_records((older,)))
    markdown = _english(whole)
    assert markdown.count('data-state="stale"') == 1
    assert markdown.count("The Chinese changed since this was translated") == 1
    assert '#p9-4" hreflang="zh-Hans">See the Chinese</a>' in markdown


def test_a_machines_paragraph_says_so(whole):
    """Headings too: the note stands below them."""
    path = whole / "data/translations.jsonl"
    ledger = read_ledger(path)
    machine = [
        ledger.records[id_].model_copy(update={"state": State.MACHINE, "engine": "libre"})
        for id_ in ("p9-3", "p9-4")
    ]
    write_ledger(path, Ledger().with_records(machine))
    assert _english(whole).count("Machine translation, not yet checked.") == 2


def test_the_page_about_the_translation_counts_every_block(whole):
    """In both languages, page by page and in all."""
    (whole / "content/en" / PAGE).unlink()
    site = read_site(Project(whole))
    for path, name in (
        ("en/about-translation.md", "not yet translated"),
        ("about-translation.md", "尚未翻译"),
    ):
        markdown = next(one.markdown for one in site.documents if one.path == path)
        assert f'<th scope="col">{name}</th>' in markdown
        assert f'<td data-label="{name}">10</td>' in markdown
