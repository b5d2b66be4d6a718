"""Code on a page is shown as it is: its links and macros are none."""

import pytest
from small_project import build, findings, write_page, write_small_project

BODY = """写成 `{{ cards("x") }}` 或 `[甲](nothing.md)`：

```text
{{ nothing() }}

[甲](nothing.md) ![](none.png)
# 无题
{% for x in y %}
```

{{ contents() }}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small project with a page about writing pages."""
    root = write_small_project(tmp_path_factory.mktemp("code"))
    write_page(root, "zh/help.md", "写法", BODY)
    return root


def test_checks_read_no_code(project):
    """Neither links, nor pictures, nor macros."""
    found = [one for one in findings(project) if one[0].endswith("help.md")]
    assert found == [("content/zh/help.md", 1, "counterpart")]


def test_code_is_shown_as_it_was_typed(project):
    """In sentences and in fences, with empty lines; macros outside are called."""
    html = (build(project) / "help/index.html").read_text(encoding="utf-8")
    assert '<code>{{ cards("x") }}</code>' in html
    assert "{{ nothing() }}" in html
    assert "{% for x in y %}" in html
    assert 'href="../part-1/"' in html


def test_a_macro_outside_of_code_is_still_checked(project):
    """At its line and column."""
    page = project / "content/zh/help.md"
    before = page.read_text("utf-8")
    page.write_text(before + "\n`{{ a() }}` {{ nothing() }}\n", "utf-8")
    found = [one for one in findings(project) if one[2] == "macros"]
    page.write_text(before, "utf-8")
    assert found == [("content/zh/help.md", before.count("\n") + 2, "macros")]
