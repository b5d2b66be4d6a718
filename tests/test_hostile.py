"""Hostile input at build time: refused with a place, or shown as harmless words.

Content, data, glossary and report text are taken for untrusted; engines are in tests/translation.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from mingbai.cli import main
from mingbai.errors import MingbaiError
from mingbai.project import Project
from mingbai.site.compose.sites import read_site

ROOT = Path(__file__).parent.parent
CLEAN = ROOT / "tests" / "checks" / "clean"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def project(tmp_path):
    """A small project that builds."""
    folder = tmp_path / "project"
    shutil.copytree(CLEAN, folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    return folder


def _refused(project, words):
    with pytest.raises(MingbaiError) as error:
        read_site(Project(project))
    assert words in str(error.value)
    return str(error.value)


def _built(project):
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project,
        check=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
    )
    return project / "site"


def _add(project, text, page="content/en/index.md"):
    path = project / page
    path.write_text(path.read_text(encoding="utf-8") + f"\n{text}\n", encoding="utf-8")


PAGES = {
    "a script": (SCRIPT, "<script>"),
    "a handler": ('<img src="a.png" onerror="alert(1)">', "onerror="),
    "a style": ('<p style="position:fixed">x</p>', "style="),
    "a frame": ('<iframe src="https://example.org"></iframe>', "<iframe>"),
    "an address that runs": ("[x](javascript:alert(1))", "javascript:"),
    "an address with data": ("[x](data:text/html;base64,AAAA)", "data:"),
    "an attribute list with a handler": ("x\n{: onclick=alert(1) }", "onclick="),
    "a form": ("<form action='https://example.org'>", "<form>"),
    "Jinja's innards": ("{{ ''.__class__.__mro__ }}", "no macro"),
    "an expression as argument": ("{{ pages(().__class__) }}", "neither a text"),
    "a call inside a call": ("{{ pages(open('/etc/passwd')) }}", "neither a text"),
    "a statement": ("{% include '/etc/passwd' %}", "Jinja statements"),
    "a macro's innards": ("{{ pages.__globals__['os'].system('ls') }}", "no macro"),
    "stars": ("{{ pages(**{'folder': 'for'}) }}", "not allowed"),
    "a NUL": ("a\0b", "U+0000"),
    "text turned round": ("a\u202eb", "U+202E"),
}


@pytest.mark.parametrize(("text", "words"), PAGES.values(), ids=PAGES)
def test_a_page_is_refused(project, text, words):
    """By file and line, and nothing is built."""
    _add(project, text)
    assert "content/en/index.md" in _refused(project, words)


def test_a_huge_page_is_refused(project):
    """No report has a page of a million characters."""
    _add(project, "甲" * 1_000_001)
    _refused(project, "at most 1,000,000")


@pytest.mark.parametrize("name", ["content/zh/pic.jpg", "content/zh/more", "data/more.yml"])
def test_a_link_out_of_the_project_is_refused(project, tmp_path, name):
    """A file from elsewhere on the machine is never published."""
    (tmp_path / "secret").write_text("secret")
    (project / name).symlink_to(tmp_path / "secret")
    assert name in _refused(project, "leads out")


def test_a_page_that_is_a_link_out_of_the_project_is_refused(project, tmp_path):
    """As any other file."""
    (tmp_path / "secret.md").write_text("---\ntitle: x\n---\n\n# x\n")
    (project / "content/zh/secret.md").symlink_to(tmp_path / "secret.md")
    _refused(project, "leads out")


@pytest.mark.parametrize("source", ["../../secret.txt", "/etc/passwd"])
def test_a_source_outside_the_project_is_not_read(project, tmp_path, source):
    """Its path is data/'s, whatever the hash says."""
    (tmp_path / "secret.txt").write_text("secret")
    path = project / "data/report.yml"
    data = yaml.safe_load(path.read_text(encoding="utf-8")) | {"source": source}
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    _refused(project, "outside the project")


@pytest.mark.parametrize("slug", ["../up", "a/b", ".hidden", "A", "", "a" * 200])
def test_a_slug_never_leaves_its_folder(project, slug):
    """Not in a page, and not in the map for split."""
    page = project / "content/zh/review-2023/economy.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("slug: economy", f"slug: {slug!r}"), "utf-8"
    )
    _refused(project, "slug")
    slugs = project / "evil.yml"
    slugs.write_text(yaml.safe_dump({"开篇": slug}, allow_unicode=True), encoding="utf-8")
    source = project / "data/source/2024.txt"
    command = ["split", str(source), "--into", str(project / "new"), "--slugs", str(slugs)]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 2
    assert not (project / "new").exists()


DATA = {
    "an object": "a: !!python/object/apply:os.system [ls]\n",
    "aliases that grow": "a: &a [x, x]\nb: [*a, *a]\n",
    "a deep nest": "a: " + "[" * 5000 + "]" * 5000 + "\n",
    "a key twice": "operator: {zh: a, en: a}\noperator: {zh: b, en: b}\n",
    "text turned round": "icp: a\u202eb\n",
    "a NUL": "icp: a\0b\n",
    "a merge key": "<<: {icp: x}\n",
    "twenty megabytes": "icp: " + "x" * 20_000_001 + "\n",
}


@pytest.mark.parametrize("text", DATA.values(), ids=DATA)
def test_a_data_file_is_refused(project, text):
    """Plain data, nothing that is run or that grows."""
    (project / "data/site.yml").write_text(text, encoding="utf-8")
    _refused(project, "data/site.yml")


@pytest.mark.slow
def test_html_in_data_is_shown_as_words(project):
    """Labels, terms, titles and the operator's facts reach the page escaped."""
    for name, old, new in (
        ("figures.yml", "en: Gross domestic product (GDP)}", f"en: '{SCRIPT}'}}"),
        ("topics.yml", "en: Jobs\n", f"en: '{SCRIPT}'\n"),
        ("report.yml", "en: Jiaxing, Made Clear", f"en: '{SCRIPT}'"),
    ):
        path = project / "data" / name
        text = path.read_text(encoding="utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new), encoding="utf-8")
    (project / "data/site.yml").write_text(f"operator: {{zh: '{SCRIPT}', en: '{SCRIPT}'}}\n")
    _add(project, '{{ cards("gdp-2023") }}\n\n{{ numbers() }}')
    for page in _built(project).rglob("*.html"):
        assert SCRIPT not in page.read_text(encoding="utf-8"), page


@pytest.mark.slow
def test_a_hostile_report_is_words_and_nothing_else(tmp_path):
    """HTML, Markdown, Jinja and attribute lists of a report's text are shown as they are."""
    text = (
        "各位代表：\n\n一、回顾\n\n"
        f"去年{SCRIPT}，{{{{ config }}}}{{% raw %}}，[点](javascript:alert(1))，"
        "![图](x.png){: onload=alert(1) }，`rm -rf`，<!-- x -->。\n"
    )
    report = tmp_path / "evil.txt"
    report.write_text(text, encoding="utf-8", newline="")
    folder = tmp_path / "site"
    command = ["new", str(folder), str(report), "--title", "某某市2024年政府工作报告"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    html = (_built(folder) / "part-1/index.html").read_text(encoding="utf-8")
    assert SCRIPT not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert 'href="javascript:' not in html
    assert "onload=alert(1) }" in html.replace("&#123;", "{").replace("&#125;", "}")
    assert "{{ config }}" in html


def _docx(path, *, document):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", document)


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.slow
def test_a_word_document_that_unpacks_to_gigabytes_is_refused(tmp_path):
    """Before anything of it is unpacked."""
    path = tmp_path / "bomb.docx"
    _docx(path, document=f"<w:document {_WORD}>" + " " * 300_000_000 + "</w:document>")
    result = CliRunner().invoke(main, ["outline", str(path)])
    assert result.exit_code == 2
    assert "unpacks to" in result.stderr


def test_a_word_document_with_entities_reads_no_file(tmp_path):
    """Neither one that grows nor one that names a file of the machine."""
    secret = tmp_path / "secret"
    secret.write_text("机密机密机密")
    path = tmp_path / "xxe.docx"
    _docx(
        path,
        document=f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]><w:document {_WORD}><w:body>'
        "<w:p><w:r><w:t>各位代表：&x;</w:t></w:r></w:p></w:body></w:document>",
    )
    result = CliRunner().invoke(main, ["split", str(path), "--into", str(tmp_path / "zh")])
    assert "机密" not in result.output
    for page in (tmp_path / "zh").rglob("*.md"):
        assert "机密" not in page.read_text(encoding="utf-8")


def test_a_report_with_a_hash_of_another_is_not_built(project):
    """The text that is shown is the text that was described."""
    source = project / "data/source/2024.txt"
    source.write_bytes(source.read_bytes() + b" ")
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    assert digest in _refused(project, "a different hash")
