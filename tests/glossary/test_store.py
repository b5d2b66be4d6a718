import pytest

from mingbai.errors import DataInvalid, SeveralErrors
from mingbai.glossary import Explanation, TermKind, read_glossary

ENTRY = """\
- zh: 红船
  en: Red Boat
  kind: slogan
  pinyin: hóng chuán
  evidence: JX 2020
"""


@pytest.fixture
def glossary(tmp_path):
    path = tmp_path / "glossary.yml"

    def write(text):
        path.write_text(text, encoding="utf-8")
        return path

    return write


def lines_of(error):
    errors = error.errors if isinstance(error, SeveralErrors) else (error,)
    return [e.location.line for e in errors]


def test_an_entry_is_read_with_all_it_may_say(glossary):
    """Every field of the file reaches the term."""
    (term,) = read_glossary(
        glossary(
            ENTRY
            + "  allowed: [Red Boats of Nanhu]\n  forbidden: [Crimson Boat]\n"
            + "  explain: {zh: 南湖的一条船。, en: A boat on South Lake.}\n"
            + "  source: 南湖革命纪念馆\n  enforce: false\n  is_name: true\n"
        )
    )
    assert term.kind is TermKind.SLOGAN
    assert term.renderings == ("Red Boat", "Red Boats of Nanhu")
    assert term.forbidden == ("Crimson Boat",)
    assert term.explain == Explanation(zh="南湖的一条船。", en="A boat on South Lake.")
    assert (term.source, term.enforce, term.is_name) == ("南湖革命纪念馆", False, True)


def test_terms_are_enforced_and_no_names_unless_they_say_so(glossary):
    """An entry without the two switches is checked, and its numbers are figures."""
    (term,) = read_glossary(glossary(ENTRY))
    assert (term.enforce, term.is_name) == (True, False)


def test_a_phrase_with_two_entries_is_named_with_both_lines(glossary):
    """An editor learns where the second entry stands and where the first is."""
    with pytest.raises(DataInvalid) as caught:
        read_glossary(glossary(ENTRY + ENTRY))
    assert lines_of(caught.value) == [6]
    assert "on line 1" in caught.value.message


@pytest.mark.parametrize(
    "forbidden", ["Red Boat", "“red boats”", "boat"], ids=["same", "other form", "inside"]
)
def test_a_rendering_both_accepted_and_forbidden_is_refused(glossary, forbidden):
    """A translator could never satisfy such an entry."""
    with pytest.raises(DataInvalid) as caught:
        read_glossary(glossary(ENTRY + f"  forbidden: [{forbidden}]\n"))
    assert lines_of(caught.value) == [1]


@pytest.mark.parametrize(
    ("slip", "line"),
    [
        ("  colour: red\n", 6),
        ("  allowed: 红船\n", 6),
        ("  allowed: [红 Boat]\n", 6),
        ("  allowed: ['']\n", 6),
        ("  forbidden: ['—']\n", 6),
        ("  explain: {zh: 船}\n", 6),
        ("  source: ' x'\n", 6),
    ],
)
def test_a_slip_is_named_with_its_line(glossary, slip, line):
    """Unknown keys, Chinese in English fields, empty and half-filled fields are refused."""
    with pytest.raises(DataInvalid) as caught:
        read_glossary(glossary(ENTRY + slip))
    assert lines_of(caught.value) == [line]


def test_every_slip_of_a_file_is_reported_at_once(glossary):
    """An editor mends the whole file in one go."""
    with pytest.raises(SeveralErrors) as caught:
        read_glossary(glossary(ENTRY + ENTRY + "  forbidden: [Red Boat]\n"))
    assert lines_of(caught.value) == [6, 6]


def test_terms_sort_by_pinyin_without_tones(glossary):
    """The A–Z by pinyin puts 八 before 百, and ü with u."""
    path = glossary(ENTRY.replace("hóng chuán", "Lǜ sè G60"))
    assert read_glossary(path)[0].sort_key == "luseg60"
