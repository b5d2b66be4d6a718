"""The allow-list of HTML, held against nh3: what nh3 takes out must have been a finding."""

from pathlib import Path

import markdown
import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from justhtml import stream

from mingbai.content.safety import refusals
from mingbai.content.safety.allowed import ATTRIBUTES, ELEMENTS, SCHEMES
from mingbai.content.safety.markup import BUILT_IN, CONFIGS, USUAL, Markup

PIECES = (
    "<b>",
    "</b>",
    "<b/onclick=x>",
    "<b\nonclick='x'>",
    "<a href=",
    '"javascript:x"',
    "java&#115;cript:x",
    "java&Tab;script:",
    "&#1;",
    ">",
    "<",
    "/",
    "[x](",
    "b.md",
    ")",
    "[x][y]",
    "\n\n[y]: data:x",
    "{: ",
    "onclick=x",
    ".a",
    " }",
    "{#a}",
    "`",
    "\n\n",
    "\n",
    "<div>",
    "</div>",
    '<div title="',
    "<svg",
    "<script>",
    "<!--",
    "-->",
    "<style>",
    "<td onclick=x>",
    "<body onload=x>",
    "- ",
    "| a |\n|--:|\n| b |",
    "text",
    "<https://a.cn>",
    "<img src=x alt='' onerror=x>",
    "\\",
    "&lt;b&gt;",
    "<p markdown>",
    "[^1]",
    "\n\n[^1]: a",
    "    ",
    "# a",
    "> ",
    "~~~",
)
_EXTENSIONS = [*dict.fromkeys((*BUILT_IN, *USUAL))]


def _taken_out(html):
    """Return the elements that nh3, with our list, takes out of HTML or changes."""
    everything = nh3.clean(
        html,
        tags=set(ELEMENTS),
        clean_content_tags=set(),
        attributes={name: set(own) | {"data-toc-label"} for name, own in ATTRIBUTES.items()},
        generic_attribute_prefixes={"aria-"},
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=False,
    )
    return _lost(html, everything)


def _lost(before, after):
    """Return the attributes and elements that stand in one and not in the other."""

    def shown(html):
        return [
            (data[0], sorted(data[1].items())) for kind, data in stream(html) if kind == "start"
        ]

    left = [(name, [one for one in attributes if one[1]]) for name, attributes in shown(after)]
    return [one for one in shown(before) if (one[0], [x for x in one[1] if x[1]]) not in left]


def _is_refused(text):
    page = f"---\ntitle: a\n---\n\n{text}\n"
    return bool(refusals(page, Path("a.md"), Markup(), is_source=False))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_what_nh3_takes_out_was_a_finding(text):
    """The page as a whole is converted and cleaned; its blocks were read one by one."""
    html = markdown.markdown(text, extensions=_EXTENSIONS, extension_configs=CONFIGS)
    if found := _taken_out(html):
        assert _is_refused(text), (html, found)


@pytest.mark.parametrize(
    "text",
    [
        '# A heading {#here .big}\n\nWords with **bold**, [a link](b.md#c "title") and `<script>`.',
        "| a | b |\n|:--|--:|\n| 1 | 2 |",
        '!!! note "Title"\n    Words.\n\n    - a list',
        "A footnote.[^1]\n\n[^1]: Its words.",
        '<figure><img src="a.jpg" alt="a" width="3"><figcaption>b</figcaption></figure>',
        "1 < 2, a &lt;b and R&D; 5<6. <https://a.cn> <a@b.cn>",
        '{{ cards("a<b") }} and {{ source("p1") }}',
        "<!-- a note for editors -->\n\n<details><summary>More</summary>words</details>",
    ],
)
def test_what_editors_need_is_allowed(text):
    """Markdown with all its extensions, and the elements that it has no sign for."""
    page = f"---\ntitle: a\n---\n\n{text}\n"
    assert [str(one) for one in refusals(page, Path("a.md"), Markup(), is_source=False)] == []


def test_an_extension_of_the_project_counts():
    """What another extension makes of a text is read too."""
    text = "---\ntitle: a\n---\n\nterm\n:   definition ==x==\n"
    assert refusals(text, Path("a.md"), Markup((*USUAL, "def_list")), is_source=False) == ()
