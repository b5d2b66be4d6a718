from hypothesis import given
from hypothesis import strategies as st

from mingbai.glossary import ChineseIndex, Term, match

CHARACTERS = "长三角城市群“”一"

texts = st.text(alphabet=CHARACTERS, max_size=40)
phrases = st.text(alphabet="长三角城市群一", min_size=1, max_size=4)
glossaries = st.lists(phrases, max_size=8, unique=True).map(
    lambda found: tuple(term(zh) for zh in found)
)


def term(zh, **fields):
    return Term(
        **{"zh": zh, "en": "x", "kind": "concept", "pinyin": "x", "evidence": "ours"} | fields
    )


def found(text, *phrases_of_terms):
    terms = tuple(term(zh) for zh in phrases_of_terms)
    return [(m.term.zh, m.start, m.end) for m in match(text, terms)]


def test_the_longest_term_at_a_place_wins():
    """长三角城市群 is one term, and 长三角 is not found inside it."""
    assert found("建设长三角城市群", "长三角", "长三角城市群") == [("长三角城市群", 2, 8)]


def test_a_term_that_is_cut_by_the_end_of_the_text_is_not_found():
    """At the end of a text a shorter term is found with its own length."""
    assert found("长三角", "长三角城市群", "长三角") == [("长三角", 0, 3)]


def test_each_occurrence_is_found():
    """A term used three times has three spans."""
    assert found("嘉兴、嘉兴嘉兴", "嘉兴") == [
        ("嘉兴", 0, 2),
        ("嘉兴", 3, 5),
        ("嘉兴", 5, 7),
    ]


def test_quotation_marks_in_a_term_are_part_of_it():
    """“双强”行动 is not found where the quotation marks are missing."""
    assert found("双强行动和“双强”行动", "“双强”行动") == [("“双强”行动", 5, 11)]


def test_the_first_of_two_entries_for_one_phrase_is_used():
    """An index built from entries that were not checked does not fail."""
    first, second = term("嘉兴", en="Jiaxing"), term("嘉兴", en="Kashing")
    assert [m.term.en for m in match("嘉兴", (first, second))] == ["Jiaxing"]


def test_nothing_is_found_without_terms():
    """An empty glossary finds nothing, in any text."""
    assert match("嘉兴", ()) == ()
    assert match("", (term("嘉兴"),)) == ()


@given(texts, glossaries)
def test_spans_are_in_order_apart_and_hold_their_term(text, terms):
    """Whoever cuts the text at the spans gets the terms, and no character twice."""
    end = 0
    for m in ChineseIndex(terms).find(text):
        assert end <= m.start < m.end <= len(text)
        assert text[m.start : m.end] == m.term.zh
        end = m.end


@given(texts, glossaries)
def test_the_spans_are_those_of_a_plain_search_from_the_left(text, terms):
    """The index gives what trying every term at every character gives, the longest first."""
    by_length = sorted(terms, key=lambda t: -len(t.zh))
    expected, place = [], 0
    while place < len(text):
        hit = next((t for t in by_length if text.startswith(t.zh, place)), None)
        if hit is not None:
            expected.append((hit.zh, place))
        place += len(hit.zh) if hit is not None else 1
    assert [(m.term.zh, m.start) for m in ChineseIndex(terms).find(text)] == expected
