"""The ledger tells what is stale, whose English it is and what changed, by hashes alone."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.content.ledger import Ledger, Record, State, read_ledger, terms_digest, write_ledger
from mingbai.content.pairing import Pair, pairs
from mingbai.content.reading import read_library
from mingbai.content.state import translation_states
from mingbai.digest import words_digest
from mingbai.errors import DataInvalid, Location, MingbaiError, TargetUnwritable
from mingbai.glossary import Term
from mingbai.project import Project

ROOT = Path(__file__).parent.parent.parent
ZH, EN = "增长6.3%。", "It grew 6.3%."


def _pair(chinese=ZH, english=EN, id_="p5"):
    return Pair("opening.md", id_, chinese, english, Location(Path("content/en/opening.md"), 5))


def _record(state=State.MACHINE, chinese=ZH, english=EN, id_="p5"):
    return Record(
        page="opening.md",
        id=id_,
        chinese=words_digest(chinese),
        english=words_digest(english),
        state=state,
    )


def _state(pair, record=None):
    (standing,) = translation_states((pair,), Ledger({record.id: record} if record else {}))
    return standing.state


STORED = (State.MACHINE, State.EDITED, State.REVIEWED, State.LOCKED)


def test_a_block_without_english_is_untranslated_whatever_the_ledger_says():
    """No English, no state."""
    assert _state(_pair(english=None)) is State.UNTRANSLATED
    assert _state(_pair(english=None), _record(State.REVIEWED)) is State.UNTRANSLATED


def test_english_without_a_record_is_a_persons():
    """What no machine recorded, a person wrote: no machine may overwrite it."""
    assert _state(_pair()) is State.EDITED


@pytest.mark.parametrize("state", STORED)
def test_unchanged_texts_keep_their_state(state):
    """The record holds as long as both texts are those it was made for."""
    assert _state(_pair(), _record(state)) is state


@pytest.mark.parametrize("state", [State.MACHINE, State.EDITED, State.REVIEWED])
def test_one_character_of_the_chinese_makes_a_block_stale(state):
    """6.3 to 6.4 is enough."""
    assert _state(_pair(chinese="增长6.4%。"), _record(state)) is State.STALE


def test_a_stale_block_stays_stale_when_its_english_is_changed_too():
    """Whether the new English fits the new Chinese is for a person to say."""
    assert _state(_pair("增长6.4%。", "It rose 6.3%."), _record()) is State.STALE


@pytest.mark.parametrize("state", [State.MACHINE, State.REVIEWED])
def test_a_persons_edit_is_seen_by_its_hash(state):
    """It is edited then, and no longer the machine's, or as it was reviewed."""
    assert _state(_pair(english="Growth was 6.3%."), _record(state)) is State.EDITED


def test_a_locked_block_stays_locked_and_says_that_it_is_outdated():
    """No machine writes there; readers are told all the same."""
    (standing,) = translation_states(
        (_pair(chinese="增长6.4%。"),), Ledger({"p5": _record(State.LOCKED)})
    )
    assert standing.state is State.LOCKED
    assert standing.is_outdated


@pytest.mark.parametrize("text", ["It grew\n6.3%.", "  It  grew 6.3%. ", "It grew\u00a06.3%."])
def test_white_space_changes_no_digest(text):
    """Wrapping a line is no edit."""
    assert words_digest(text) == words_digest(EN)


def test_composed_and_decomposed_characters_are_the_same():
    """A file saved on another system is no edit."""
    assert words_digest("caf\u00e9") == words_digest("cafe\u0301")


def test_one_changed_character_on_a_page_makes_exactly_that_block_stale():
    """In the whole report, recorded as it stands."""
    known = pairs(read_library(Project(ROOT)))
    assert len({pair.id for pair in known}) == len(known)
    ledger = Ledger(
        {
            pair.id: Record(
                page=pair.page,
                id=pair.id,
                chinese=words_digest(pair.chinese),
                english=words_digest(pair.english or ""),
                state=State.REVIEWED,
            )
            for pair in known
        }
    )
    changed = tuple(
        replace(pair, chinese=pair.chinese.replace("7062.5", "7062.6")) for pair in known
    )
    stale = [one.pair.id for one in translation_states(changed, ledger) if one.state is State.STALE]
    assert stale == ["p5"]


def test_pairs_come_in_the_order_of_the_report():
    """Page by page, headings included, each with the line of its English."""
    known = pairs(read_library(Project(ROOT)))
    assert [pair.id for pair in known[:4]] == ["p1", "p2", "p3", "p4"]
    assert known[0].english == "Fellow deputies:"
    place = known[0].location
    assert place.path.as_posix() == "content/en/opening.md"
    lines = (ROOT / place.path).read_text(encoding="utf-8").split("\n")
    assert lines[place.line - 1] == "Fellow deputies:"


def test_a_block_that_holds_the_chinese_is_without_english():
    """A page may be translated in part."""
    library = read_library(Project(ROOT))
    page = library.en["opening.md"]
    chinese = next(one for one in library.zh if one.path == "opening.md")
    half = replace(page, blocks=(chinese.blocks[0], *page.blocks[1:]))
    found = pairs(replace(library, en={**library.en, "opening.md": half}))
    assert found[0].english is None
    assert found[1].english


def test_a_page_without_english_has_pairs_that_stand_on_the_chinese_page():
    """So that a message can name a place."""
    library = read_library(Project(ROOT))
    found = pairs(replace(library, en={}))
    assert all(pair.english is None for pair in found)
    assert str(found[0].location).startswith("content/zh/opening.md:")


records = st.builds(
    Record,
    page=st.sampled_from(["opening.md", "review-2023/economy.md"]),
    id=st.builds("p{}-{}".format, st.integers(1, 99), st.integers(2, 9)),
    chinese=st.text(max_size=9).map(words_digest),
    english=st.none() | st.text(max_size=9).map(words_digest),
    state=st.sampled_from(STORED),
    engine=st.none() | st.text(min_size=1),
    reviewer=st.none() | st.text(min_size=1),
)


@given(st.lists(records, max_size=8))
def test_what_was_written_is_read_again(tmp_path_factory, found):
    """Names in any script included."""
    path = tmp_path_factory.mktemp("ledger") / "translations.jsonl"
    ledger = Ledger().with_records(found)
    write_ledger(path, ledger)
    assert read_ledger(path) == ledger


def test_lines_are_sorted_as_a_person_counts(tmp_path):
    """By page, then p9, p9-2, p10: a comparison of versions shows what changed and no more."""
    path = tmp_path / "translations.jsonl"
    write_ledger(path, Ledger().with_records(_record(id_=id_) for id_ in ("p10", "p9-2", "p9")))
    assert [line.split('"')[7] for line in path.read_text("utf-8").splitlines()] == [
        "p9",
        "p9-2",
        "p10",
    ]


def test_a_missing_file_is_an_empty_ledger(tmp_path):
    """A new project has none."""
    assert read_ledger(tmp_path / "translations.jsonl") == Ledger()


BAD = {
    "cut in two": '{"page": "opening.md", "id": "p',
    "a field that does not exist": '{"page": "a.md", "id": "p1", "chinese": "0123456789abcdef",'
    ' "state": "edited", "status": "x"}',
    "a state that is not stored": '{"page": "a.md", "id": "p1", "chinese": "0123456789abcdef",'
    ' "state": "stale"}',
    "an id that is none": '{"page": "a.md", "id": "5", "chinese": "0123456789abcdef",'
    ' "state": "edited"}',
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_line_is_named_by_file_and_line(tmp_path, name):
    """With every other bad line."""
    path = tmp_path / "translations.jsonl"
    write_ledger(path, Ledger({"p5": _record()}))
    path.write_text(path.read_text("utf-8") + f"{BAD[name]}\n\n{BAD[name]}\n", "utf-8")
    with pytest.raises(MingbaiError) as caught:
        read_ledger(path)
    assert f"{path}:2: " in str(caught.value)
    assert f"{path}:4: " in str(caught.value)


def test_a_block_that_stands_twice_is_refused(tmp_path):
    """Two lines for one block: after a merge, say."""
    path = tmp_path / "translations.jsonl"
    write_ledger(path, Ledger({"p5": _record()}))
    path.write_text(path.read_text("utf-8") * 2, "utf-8")
    with pytest.raises(DataInvalid, match=r"translations\.jsonl:2: .*p5"):
        read_ledger(path)


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    """The file is the old one or the new one, never a part."""
    path = tmp_path / "translations.jsonl"
    write_ledger(path, Ledger({"p5": _record()}))
    before = path.read_bytes()

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TargetUnwritable, match="no space left"):
        write_ledger(path, Ledger())
    assert path.read_bytes() == before


def test_what_a_killed_run_left_is_swept_by_the_next(tmp_path):
    """Nothing piles up beside the ledger."""
    path = tmp_path / "translations.jsonl"
    (tmp_path / f".translations.jsonl.{2**22 + 1}.mingbai-new").write_text("half", "utf-8")
    write_ledger(path, Ledger())
    assert [file.name for file in tmp_path.iterdir()] == ["translations.jsonl"]


def test_the_glossary_digest_changes_with_renderings_and_not_with_explanations():
    """Only what bears on a translation counts."""
    term = Term(zh="红船", en="Red Boat", kind="slogan", pinyin="hóng chuán", evidence="JX")
    other = term.model_copy(update={"evidence": "ours", "source": "a book"})
    assert terms_digest([term]) == terms_digest([other, term])
    assert terms_digest([term]) != terms_digest([term.model_copy(update={"forbidden": ("x",)})])
    assert terms_digest([]) is None
