"""The files of exchange: every text goes through them, and no bad file gets past the readers."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mingbai.content.ledger import State
from mingbai.errors import MingbaiError
from mingbai.translation.exchange import READERS, WRITERS, Unit
from mingbai.translation.exchange.model import one_line

SUFFIXES = {"po": ".po", "xliff": ".xlf", "tmx": ".tmx"}
PATH = Path("back.file")
SCHEMA = etree.XMLSchema(file=str(Path(__file__).parent / "xliff/xliff-core-2.0.xsd"))

printable = st.characters(exclude_categories=("Cc", "Cs", "Cn"))
texts = st.lists(
    st.one_of(st.text(printable), st.sampled_from(["⟦0⟧", "⟦1⟧", "\\", '"', "]]>", "&amp;", "\\n"]))
).map(lambda pieces: one_line("".join(pieces)))
chinese_texts = texts.filter(bool)


@st.composite
def made_units(draw):
    """Some units with any texts, each with a name of its own."""
    pairs = draw(st.lists(st.tuples(chinese_texts, texts), min_size=1, max_size=4))
    hint = tuple(draw(st.lists(st.tuples(chinese_texts, texts), max_size=2)))
    return tuple(
        Unit(
            draw(st.sampled_from(("opening.md", "a&b/ü'\".md"))),
            f"p{number}",
            chinese,
            english,
            draw(st.sampled_from(State)),
            ("**", "]('<&>\")"),
            hint,
        )
        for number, (chinese, english) in enumerate(pairs, start=1)
    )


def _read(form, data):
    return READERS[SUFFIXES[form]](data, PATH)


@pytest.mark.parametrize("form", WRITERS)
@given(units=made_units())
def test_every_text_comes_back_as_it_went_out(form, units):
    """Any printable characters, in any place; the line is where the unit stands."""
    text = WRITERS[form](units)
    back = {unit.name: unit for unit in _read(form, text.encode())}
    assert {name: (unit.chinese, unit.english, unit.base) for name, unit in back.items()} == {
        unit.name: (unit.chinese, unit.english, unit.base) for unit in units
    }
    lines = text.split("\n")
    for name, unit in back.items():
        mark = {"po": "#. state", "xliff": f'<unit id="{name.split("#")[1]}"', "tmx": "<tu "}[form]
        assert mark in lines[unit.line - 1]


@given(units=made_units())
def test_xliff_of_any_texts_validates(units):
    """Placeholders, states, notes: all as the schema says."""
    SCHEMA.assertValid(etree.fromstring(WRITERS["xliff"](units).encode()))


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x9b", "\ufffe", "\ud800"])
def test_characters_that_no_file_can_carry_are_refused(form, character):
    """Before a file is written; the unit is named."""
    unit = Unit("a.md", "p1", "甲", f"A{character}", State.EDITED)
    with pytest.raises(MingbaiError, match=r"a\.md#p1: .* U\+"):
        WRITERS[form]((unit,))


UNIT = Unit("opening.md", "p1", "各位代表：", "Fellow deputies:", State.EDITED)


@pytest.mark.parametrize("form", WRITERS)
@given(data=st.data())
def test_a_file_cut_or_damaged_anywhere_is_read_or_refused_with_a_message(form, data):
    """Never another error; and a cut XML file is never read."""
    whole = WRITERS[form]((UNIT, UNIT)).encode()
    place = data.draw(st.integers(0, len(whole) - 2))
    damaged = whole[:place] + data.draw(st.binary(max_size=3))
    if data.draw(st.booleans()):
        damaged += whole[place + data.draw(st.integers(0, 9)) :]
    elif form != "po":
        with pytest.raises(MingbaiError):
            _read(form, whole[:place])
    try:
        _read(form, damaged)
    except MingbaiError as error:
        assert str(error).startswith("back.file")  # noqa: PT017 (reading it is right too)


BOMB = '<!DOCTYPE {root} [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n'
OUTSIDE = '<!DOCTYPE {root} [<!ENTITY a SYSTEM "file:///etc/hostname">]>\n'
PARAMETER = '<!DOCTYPE {root} [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a">%a;]>\n'


@pytest.mark.parametrize("form", ["xliff", "tmx"])
@pytest.mark.parametrize("declared", [BOMB, OUTSIDE, PARAMETER])
def test_declarations_and_entities_are_refused_unread(form, declared):
    """Bombs, files of this machine and of others: by line, before anything is expanded."""
    head, rest = WRITERS[form]((UNIT,)).split("\n", 1)
    root = re.match("<([a-z]+)", rest)[1]
    hostile = f"{head}\n{declared.format(root=root)}{rest}".replace("Fellow", "&b;")
    with pytest.raises(MingbaiError, match=r"back\.file:2: The file declares a document type"):
        _read(form, hostile.encode())


def test_a_named_dtd_is_passed_over_and_its_entities_refused():
    """OmegaT names tmx14.dtd; nobody fetches it."""
    head, rest = WRITERS["tmx"]((UNIT,)).split("\n", 1)
    named = f'{head}\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n{rest}'
    assert _read("tmx", named.encode())[0].english == UNIT.english
    hostile = named.replace("Fellow", "&own;")
    line = hostile[: hostile.index("&own;")].count("\n") + 1
    with pytest.raises(MingbaiError, match=rf"back\.file:{line}: .*entity"):
        _read("tmx", hostile.encode())


def test_elements_in_one_another_without_end_are_refused():
    """The reader's stack has a limit."""
    text = WRITERS["tmx"]((UNIT,)).replace("Fellow", "<hi>" * 5000 + "</hi>" * 5000)
    with pytest.raises(MingbaiError, match="deep"):
        _read("tmx", text.encode())


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_file_in_another_encoding_is_refused_by_line(form, encoding):
    """A tool that saved in the encoding of its machine; XML that says so itself is read."""
    text = WRITERS[form]((UNIT,))
    if encoding == "utf-16" and form != "po":
        said = text.replace('encoding="UTF-8"', 'encoding="UTF-16"')
        assert _read(form, said.encode("utf-16"))[0].chinese == UNIT.chinese
        return
    with pytest.raises(MingbaiError, match=r"back\.file:\d+: "):
        _read(form, text.encode(encoding))


def test_a_po_file_that_is_a_path_is_not_opened(tmp_path):
    """A file that holds the name of another is damaged, and the other is not read."""
    other = tmp_path / "other.po"
    other.write_text(WRITERS["po"]((UNIT,)), encoding="utf-8")
    with pytest.raises(MingbaiError, match="damaged"):
        _read("po", str(other).encode())


WRONG = {
    "po": [
        ('msgctxt "opening.md#p1"\n', ""),
        ("msgid ", "msgidd "),
        ('deputies:"', "deputies:"),
        ("msgstr", "# msgstr"),
    ],
    "xliff": [
        ("document:2.0", "document:1.2"),
        (' original="opening.md"', ""),
        ("<unit id=", "<unit name="),
        ("Fellow", "<b>Fellow</b>"),
        ("Fellow", '<cp hex="001B"/>Fellow'),
        ("Fellow", "<ph/>Fellow"),
    ],
    "tmx": [
        ("<tmx ", "<tm "),
        ("<tu tuid=", "<tu id="),
        ("Fellow", "<ut>Fellow</ut>"),
        ("Fellow", "<ph/>Fellow"),
    ],
}


@pytest.mark.parametrize(
    ("form", "old", "new"), [(form, *pair) for form, pairs in WRONG.items() for pair in pairs]
)
def test_what_no_export_holds_is_refused_by_line(form, old, new):
    """Another format, places that are missing, foreign elements."""
    text = WRITERS[form]((UNIT,))
    assert old in text
    with pytest.raises(MingbaiError, match=r"back\.file:\d+: "):
        _read(form, text.replace(old, new).encode())


def test_xliff_cut_into_segments_and_marked_by_a_tool_is_put_together():
    """Groups, segments, ignorables and the tool's own marks."""
    text = WRITERS["xliff"]((UNIT,))
    text = text.replace("Fellow", '<mrk id="m1" type="term">Fellow</mrk><sm id="m2"/>')
    text = text.replace(
        "</segment>",
        "</segment><ignorable><source> </source><target> </target></ignorable>"
        "<segment><source>再</source><target>Again</target></segment>",
    )
    text = text.replace("<unit", '<group id="g1"><unit').replace("</unit>", "</unit></group>")
    SCHEMA.assertValid(etree.fromstring(text.encode()))
    (unit,) = _read("xliff", text.encode())
    assert (unit.chinese, unit.english) == ("各位代表： 再", "Fellow deputies: Again")


def test_nothing_to_export_is_no_xliff():
    """The standard has no file without a unit."""
    with pytest.raises(MingbaiError, match="no unit"):
        WRITERS["xliff"](())
