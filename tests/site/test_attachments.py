"""Pictures and other files beside pages, in both languages and in editions."""

import base64

import pytest
from editions_project import write_project
from small_project import build, build_log, findings, write_page, write_small_project

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small project whose pages show pictures."""
    root = write_small_project(tmp_path_factory.mktemp("attachments"))
    write_page(
        root, "zh/topics/index.md", "主题", "!!! note\n    ![湖](lake.png) ![桥](bridge.png)"
    )
    write_page(root, "en/topics/index.md", "Topics", "![Lake](lake.png) ![Bridge](bridge.png)")
    write_page(root, "zh/topics/jobs.md", "就业", "[表](files/table.csv) ![湖](lake.png)")
    write_page(root, "en/topics/jobs.md", "Jobs", "[Table](files/table.csv)")
    (root / "content/zh/topics/files").mkdir()
    (root / "content/zh/topics/files/table.csv").write_text("a\n", "utf-8")
    (root / "content/zh/topics/lake.png").write_bytes(PICTURE)
    (root / "content/zh/topics/bridge.png").write_bytes(PICTURE)
    (root / "content/en/topics/bridge.png").write_bytes(PICTURE + b"en")
    return root


def test_files_are_published_beside_their_pages(project):
    """Chinese at the root, English below en/; the Chinese one serves where English has none."""
    assert [one for one in findings(project) if "topics" in one[0]] == []
    site = build(project)
    assert (site / "topics/lake.png").read_bytes() == PICTURE
    assert (site / "topics/files/table.csv").read_text("utf-8") == "a\n"
    assert (site / "en/topics/bridge.png").read_bytes() == PICTURE + b"en"
    assert not (site / "en/topics/lake.png").exists()
    assert not (site / "zh").exists()
    chinese = (site / "topics/index.html").read_text("utf-8")
    assert 'alt="湖" src="lake.png"' in chinese
    assert 'alt="湖" src="../lake.png"' in (site / "topics/jobs/index.html").read_text("utf-8")
    english = (site / "en/topics/index.html").read_text("utf-8")
    assert 'alt="Lake" src="../../topics/lake.png"' in english
    assert 'alt="Bridge" src="bridge.png"' in english
    jobs = (site / "en/topics/jobs/index.html").read_text("utf-8")
    assert 'href="../../../topics/files/table.csv"' in jobs


def test_a_page_follows_when_english_gets_a_picture_of_its_own(project):
    """Though its text stays the same, it is not taken from the cache."""
    build(project)
    picture = project / "content/en/topics/lake.png"
    picture.write_bytes(PICTURE)
    html = (build(project) / "en/topics/index.html").read_text("utf-8")
    picture.unlink()
    assert 'alt="Lake" src="lake.png"' in html


def test_check_and_build_agree_on_what_is_missing(project):
    """A picture that is not there is an error at its line, and the strict build fails too."""
    page = project / "content/en/topics/index.md"
    before = page.read_text("utf-8")
    page.write_text(before + "\n![Boat](boat.png)\n", "utf-8")
    found = [one for one in findings(project) if "topics" in one[0]]
    code, _ = build_log(project)
    page.write_text(before, "utf-8")
    assert found == [("content/en/topics/index.md", before.count("\n") + 2, "links")]
    assert code != 0


def test_a_heavy_picture_is_a_warning(project):
    """It says how large the file is, once for each page that shows it."""
    picture = project / "content/zh/topics/lake.png"
    picture.write_bytes(PICTURE + bytes(600_000))
    found = findings(project)
    picture.write_bytes(PICTURE)
    pages = [path for path, _, rule in found if rule == "image-size"]
    assert pages == [
        "content/en/topics/index.md",
        "content/zh/topics/index.md",
        "content/zh/topics/jobs.md",
    ]


def test_editions_have_files_of_their_own(tmp_path):
    """At the edition's addresses, in both languages."""
    root = write_project(tmp_path, [2023, 2024])
    for language in ("zh", "en"):
        page = root / f"content/{language}/2024/index.md"
        page.write_text(page.read_text("utf-8") + "\n![x](lake.png)\n", "utf-8")
    (root / "content/zh/2024/lake.png").write_bytes(PICTURE)
    site = build(root)
    assert (site / "2024/lake.png").exists()
    assert 'src="lake.png"' in (site / "2024/index.html").read_text("utf-8")
    assert 'src="../../2024/lake.png"' in (site / "en/2024/index.html").read_text("utf-8")
