import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.glossary import EnglishIndex, Term, match_english, says
from mingbai.glossary.english import compared_words


def term(zh, en, *allowed):
    return Term(zh=zh, en=en, allowed=allowed, kind="concept", pinyin="x", evidence="ours")


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("the Double Eight strategy", "Double-Eight Strategy"),
        ("51 more “little giants”", "little giant"),
        ("two more lighthouse factories", "Lighthouse Factory"),
        ("a zero–waste city", "zero-waste city"),
        ("farmers’ cooperatives", "farmers' cooperative"),
        ("Jiaxing’s growth", "Jiaxing"),
        ("R&D spending was 3.5% of GDP", "R&D spending"),
        ("the **Red Boat**", "Red Boat"),
        ("three\n“No. 1 Projects”", "three “No. 1 Projects”"),
        ("(the GDP)", "GDP"),
    ],
)
def test_a_rendering_is_heard_in_the_forms_english_gives_it(text, rendering):
    """Case, number, hyphens, quotes, possessives and line breaks do not count."""
    assert says(text, rendering)


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("Jiaxingese cooking", "Jiaxing"),
        ("red. Boats came", "red boat"),
        ("the boat, red", "red boat"),
        ("regional GDPX", "GDP"),
        ("", "GDP"),
        ("growth — quality", "growth quality"),
    ],
)
def test_a_rendering_is_not_heard_in_other_words(text, rendering):
    """Parts of words, other orders and words parted by a stop are something else."""
    assert not says(text, rendering)


def test_the_longest_rendering_at_a_place_wins():
    """A reader is offered the explanation of the whole phrase, not of its first half."""
    delta = term("长三角", "Yangtze River Delta")
    cluster = term("长三角城市群", "Yangtze River Delta city cluster")
    text = "In the Yangtze River Delta city clusters of the Yangtze River Delta"
    found = match_english(text, (delta, cluster))
    assert [(m.terms, text[m.start : m.end]) for m in found] == [
        ((cluster,), "Yangtze River Delta city clusters"),
        ((delta,), "Yangtze River Delta"),
    ]


def test_an_allowed_rendering_is_found_too():
    """A translator who writes GDP has used the term."""
    gdp = term("地区生产总值", "gross domestic product (GDP)", "GDP")
    assert [(m.start, m.end) for m in match_english("Its GDP grew.", (gdp,))] == [(4, 7)]


def test_terms_that_share_their_english_are_both_given():
    """Jiaxing University is the English of the old name and of the new."""
    old, new = term("嘉兴学院", "Jiaxing University"), term("嘉兴大学", "Jiaxing University")
    (found,) = match_english("Jiaxing University", (old, new))
    assert found.terms == (old, new)


def test_a_rendering_cut_by_the_end_of_the_text_is_not_found():
    """At the end of a text a shorter rendering is found with its own length."""
    delta = term("长三角", "Yangtze River")
    cluster = term("长三角城市群", "Yangtze River Delta city cluster")
    text = "the Yangtze River"
    (found,) = match_english(text, (delta, cluster))
    assert (found.terms, text[found.start : found.end]) == ((delta,), "Yangtze River")


VOCABULARY = [
    "red",
    "boat",
    "Boats",
    "city",
    "cities",
    "the",
    "Jiaxing's",
    "“No.",
    "1”",
    "R&D",
    ",",
]
texts = st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join)
phrases = st.lists(st.sampled_from(VOCABULARY[:-1]), min_size=1, max_size=3).map(" ".join)


@given(texts, st.lists(phrases, max_size=6, unique=True))
def test_spans_are_in_order_apart_and_hold_a_rendering_of_each_term(text, renderings):
    """Whoever cuts the text at the spans gets the words of the terms, and none twice."""
    terms = tuple(term(f"词{number}", en) for number, en in enumerate(renderings))
    end = 0
    for found in EnglishIndex(terms).find(text):
        assert end <= found.start < found.end <= len(text)
        held = compared_words(text[found.start : found.end])
        assert all(compared_words(t.en) == held for t in found.terms)
        end = found.end


@given(texts, phrases)
def test_what_is_found_is_said_and_what_is_said_is_found(text, rendering):
    """The check of one rendering and the search for many agree."""
    assert bool(match_english(text, (term("词", rendering),))) == says(text, rendering)
