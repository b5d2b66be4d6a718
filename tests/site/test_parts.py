"""What is known of a part's HTML is what Python-Markdown makes of its Markdown."""

import re
from pathlib import Path

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown.extensions.toc import nest_toc_tokens

from mingbai.project import Project
from mingbai.report.pages.markdown import escape
from mingbai.site.compose.parts import NEUTRAL, inline_html, is_html
from mingbai.site.compose.sites import read_site

ROOT = Path(__file__).parent.parent.parent
_TEXT = st.text(
    st.one_of(
        st.sampled_from("一二。，——“”PM_2.5 R&D%*#-+!|:=~^`[](){}<>\\&;\u3000\u2028\x0b\t"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=30,
)


def _converted(text):
    return markdown.Markdown(extensions=sorted(NEUTRAL)).convert(text)


@given(_TEXT)
@example("PM_2.5")
@example("1. 甲")
@example("\u3000甲\u00a0")
@example("R&D；AT&amp;T")
def test_the_reports_words(text):
    """Whatever words a report has: escaped, they become the same."""
    inline = inline_html(escape(text))
    if inline is not None:
        assert f"<p>{inline}</p>" == _converted(escape(text))


@given(_TEXT)
@example("**甲**乙")
@example("** 甲**")
@example("***甲***")
@example("&#x41; &copy; &copy")
@example('<a class="mb-term" href="../g/#t">甲</a>')
def test_whatever_an_editor_types(text):
    """Where an editor's Markdown is taken for plain text, it is."""
    inline = inline_html(text)
    if inline is not None:
        assert f"<p>{inline}</p>" == _converted(text)


@pytest.mark.parametrize(
    "text",
    [
        "<div>甲</div> *乙*",
        "<div>甲</div><div>乙</div>",
        "<span>甲</span>",
        '<div markdown="1">*甲*</div>',
        "<div>甲",
        "<div>甲</div></div>",
        "甲 <div>乙</div>",
        "<!-- 甲 --><div>乙</div>",
    ],
)
def test_what_is_left_to_the_converter(text):
    """HTML that is not whole blocks, or holds Markdown, is not taken as it stands."""
    assert not is_html(text)


@pytest.fixture(scope="module")
def documents():
    """All pages of the project."""
    return read_site(Project(ROOT)).documents


def test_all_pages_of_the_site(documents):
    """Every part of every page, with its headings for the table of contents."""
    known = 0
    for document in documents:
        for part in document.parts:
            if part.html is None:
                continue
            known += 1
            converter = markdown.Markdown(extensions=sorted(NEUTRAL))
            assert _bare(converter.convert(part.markdown)) == _bare(part.html), document.path
            if part.heading is not None:
                tokens = nest_toc_tokens([_token(part.heading)])
                assert [_named(token) for token in converter.toc_tokens] == [
                    _named(token) for token in tokens
                ]
    assert known > 500


def _token(heading):
    """Return a heading as the converter's extension has it."""
    return {"level": heading.level, "id": heading.id, "name": heading.name}


def _named(token):
    return token["level"], token["id"], token["name"]


def _bare(html):
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", html)
