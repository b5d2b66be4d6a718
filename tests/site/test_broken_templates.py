"""A broken template or macro is named with file and line, at the build and by the check."""

import pytest
from small_project import build_log, findings, write_small_project

BROKEN = {
    "an if without its end": ("partials/footer.html", "{% if x %}", 1),
    "a macro without its end": ("macros/report/contents.html", "\n{% macro x() %}", 2),
    "a sign too many": ("main.html", "\n{{ page.title }", 2),
}


@pytest.fixture
def project(tmp_path):
    """A small project."""
    return write_small_project(tmp_path)


@pytest.mark.parametrize(("name", "added", "line"), BROKEN.values(), ids=BROKEN)
def test_a_template_that_cannot_be_read_is_named(project, name, added, line):
    """One line instead of a traceback."""
    file = project / "overrides" / name
    before = file.read_text("utf-8")
    file.write_text(before + added, "utf-8")
    lines = before.count("\n") + line
    code, said = build_log(project)
    assert code != 0
    assert "Traceback" not in said
    assert f"overrides/{name}:" in said
    (found,) = (one for one in findings(project) if one[2] not in ("counterpart", "staleness"))
    assert found[0] == f"overrides/{name}"
    assert found[2] == "templates"
    assert 1 <= found[1] <= lines


def test_a_template_that_fails_when_it_is_rendered_is_named(project):
    """At the line that failed."""
    file = project / "overrides/partials/footer.html"
    file.write_text("<p>\n{{ page.nothing.at_all }}\n", "utf-8")
    code, said = build_log(project)
    assert code != 0
    assert "Traceback" not in said
    assert "overrides/partials/footer.html:2: The template failed" in said
