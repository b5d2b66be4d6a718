"""A small project made for each test: fallback pages, mistakes, the staged tree."""

import subprocess
import sys

import pytest
from click.testing import CliRunner
from small_project import REPORT, build, write_small_project

from mingbai.cli import main
from mingbai.errors import MingbaiError
from mingbai.project import Project
from mingbai.site.compose.sites import read_site


@pytest.fixture
def project(tmp_path):
    """A project with a two-part report and no English."""
    return write_small_project(tmp_path)


@pytest.mark.slow
def test_a_page_without_english_shows_the_chinese_and_says_so(project):
    """Marked zh-Hans, with a notice, noindex, canonical to the Chinese page, no hreflang."""
    html = (build(project) / "en/part-1/index.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in html
    assert 'id="p3" lang="zh-Hans"' in html
    assert "Not translated yet" in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="https://example.org/part-1/">' in html
    assert "hreflang" not in html.split("</head>")[0]


@pytest.mark.slow
def test_a_page_can_be_edited_and_reported_where_the_operator_says_how(project):
    """The links carry the page; without an operator's word there are none."""
    assert "Edit this page" not in (build(project) / "en/index.html").read_text(encoding="utf-8")
    (project / "data" / "site.yml").write_text(
        "contact: mailto:desk@example.org\nedit: https://example.org/edit/content/\n"
    )
    html = (build(project) / "en/index.html").read_text(encoding="utf-8")
    assert 'href="https://example.org/edit/content/en/index.md">Edit this page</a>' in html
    assert 'href="mailto:desk@example.org?subject=https%3A//example.org/en/">Report' in html
    page = (build(project) / "part-1/index.html").read_text(encoding="utf-8")
    assert '"report": "mailto:desk@example.org?subject={url}%20{id}"' in page


@pytest.mark.slow
def test_a_page_offers_the_other_language_only_where_it_exists(project):
    """The Chinese page has no switch until its English is there."""
    site = build(project)
    assert "mb-switch" not in (site / "part-1/index.html").read_text(encoding="utf-8")
    (project / "content/en/part-1").mkdir()
    (project / "content/en/part-1/index.md").write_text(
        "---\ntitle: Review\n---\n\n# I. Review\n\nMuch was achieved in the past year.\n",
        encoding="utf-8",
    )
    html = (build(project) / "part-1/index.html").read_text(encoding="utf-8")
    assert "mb-switch" in html
    assert 'hreflang="en"' in html.split("</head>")[0]
    assert 'hreflang="x-default"' in html.split("</head>")[0]


MISTAKES = {
    "a paragraph too many": ("content/zh/part-1/index.md", "\n编者的话。\n", "has 3 blocks"),
    "a macro that does not exist": (
        "content/zh/index.md",
        "\n{{ cardz(1) }}\n",
        "no macro 'cardz'",
    ),
    "a statement": ("content/zh/index.md", "\n{% for x in y %}\n", "Jinja statements"),
    "an escape from the sandbox": (
        "content/zh/index.md",
        "\n{{ contents(''.__class__.__mro__) }}\n",
        "failed",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_stops_the_build_with_its_page_and_reason(project, name):
    """The error names the page and says what is wrong."""
    path, added, said = MISTAKES[name]
    file = project / path
    file.write_text(file.read_text(encoding="utf-8") + added, encoding="utf-8")
    with pytest.raises(MingbaiError) as caught:
        read_site(Project(project))
    assert path in str(caught.value)
    assert said in str(caught.value)


def test_an_unknown_field_is_named_with_its_line(project):
    """A typing error in front matter is found at its line."""
    file = project / "content/zh/part-1/index.md"
    file.write_text(file.read_text("utf-8").replace("summary:", "sumary:"), encoding="utf-8")
    with pytest.raises(MingbaiError, match=r"part-1/index\.md:6: sumary"):
        read_site(Project(project))


def test_a_changed_source_text_is_refused(project):
    """The source must have the hash that the edition names."""
    (project / "data/source.txt").write_text(REPORT + "又。", encoding="utf-8")
    with pytest.raises(MingbaiError, match="a different hash"):
        read_site(Project(project))


@pytest.mark.slow
def test_the_staged_tree_builds_with_plain_mkdocs(project, monkeypatch, tmp_path_factory):
    """`mingbai stage` writes a tree that MkDocs builds without our plugin, ids included."""
    monkeypatch.chdir(project)
    target = tmp_path_factory.mktemp("staged") / "tree"
    result = CliRunner().invoke(main, ["stage", str(target)])
    assert result.exit_code == 0, result.output
    assert "mingbai" not in (target / "mkdocs.yml").read_text(encoding="utf-8").replace(
        "assets/mingbai.css", ""
    )
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=target, check=True)
    chinese = (target / "site/part-1/index.html").read_text(encoding="utf-8")
    english = (target / "site/en/index.html").read_text(encoding="utf-8")
    assert 'id="p3"' in chinese
    assert 'href="../assets/cards.css"' in chinese
    assert (target / "site/assets/20-shell.css").is_file()
    assert '<html lang="zh"' in chinese
    assert '<html lang="en"' in english
    assert "首页" not in english.split('class="md-nav md-nav--primary"')[1].split("</nav>")[0]
    assert 'id="p3"' in (target / "site/en/part-1/index.html").read_text(encoding="utf-8")
