"""The site's folder holds what a build wants, whatever stood there before."""

import os

import pytest

from mingbai.cache.site_folder import SiteFolder


@pytest.fixture
def build(tmp_path):
    """Return a function that lets a site be of these files."""

    def made(files):
        folder = SiteFolder(tmp_path / "site", tmp_path / "cache" / "written.json")
        for path, text in files.items():
            folder.put(path, text.encode())
        folder.finish()
        site = tmp_path / "site"
        return {
            path.relative_to(site).as_posix(): path.read_text()
            for path in site.rglob("*")
            if path.is_file()
        }

    return made


FIRST = {"index.html": "a", "one/index.html": "b", "two/three/index.html": "c"}


def test_a_site_becomes_the_next(build):
    """New files come, changed ones change, old ones go with their folders."""
    assert build(FIRST) == FIRST
    second = {"index.html": "a", "one/index.html": "bb", "four": "d"}
    assert build(second) == second
    assert build(FIRST) == FIRST


def test_what_has_not_changed_is_not_written(build, tmp_path):
    """A file keeps its time when it holds what it should."""
    build(FIRST)
    page = tmp_path / "site/one/index.html"
    before = page.stat()
    build(FIRST)
    assert (page.stat().st_mtime_ns, page.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.parametrize("spoil", ["text", "longer", "gone", "folder", "link"])
def test_what_others_changed_is_written_again(build, tmp_path, spoil):
    """A file that was touched by others is not trusted."""
    build(FIRST)
    page = tmp_path / "site/one/index.html"
    other = tmp_path / "other"
    other.write_text("mine")
    page.unlink()
    if spoil == "text":
        page.write_text("x")
        os.utime(page, ns=(1, 1))
    elif spoil == "longer":
        page.write_text("longer")
    elif spoil == "folder":
        (page / "deep").mkdir(parents=True)
    elif spoil == "link":
        page.symlink_to(other)
    assert build(FIRST) == FIRST
    assert other.read_text() == "mine"


def test_a_file_stands_where_a_folder_must(build, tmp_path):
    """And the other way round; files of others go, hidden ones at the top stay."""
    build({"one": "file"})
    assert build(FIRST) == FIRST
    assert build({"two": "file"}) == {"two": "file"}
    (tmp_path / "site/stray/deep").mkdir(parents=True)
    (tmp_path / "site/stray/deep/file").write_text("x")
    (tmp_path / "site/.git").mkdir()
    (tmp_path / "site/.git/config").write_text("x")
    (tmp_path / "site/.nojekyll").write_text("")
    assert build(FIRST) == FIRST | {".git/config": "x", ".nojekyll": ""}
    assert not (tmp_path / "site/stray").exists()


@pytest.mark.parametrize("record", ["", "[]", "{}", '{"folder": 1, "files": {}}'])
def test_a_spoilt_record_is_forgotten(build, tmp_path, record):
    """Everything is then written again."""
    build(FIRST)
    (tmp_path / "cache/written.json").write_text(record)
    assert build(FIRST) == FIRST


def test_a_folder_named_after_what_it_holds_is_taken_over(build, tmp_path):
    """What it shares with the one before is not written again."""
    build({"search/00000001/a": "a", "search/00000001/b": "b", "c": "c"})
    before = (tmp_path / "site/search/00000001/a").stat().st_mtime_ns
    second = {"search/00000002/a": "a", "search/00000002/b": "bb", "c": "c"}
    assert build(second) == second
    assert (tmp_path / "site/search/00000002/a").stat().st_mtime_ns == before
    third = {"search/00000003/a": "a", "2023/search/00000004/a": "a", "2023/search/00000004/d": "d"}
    assert build(third) == third
    back = {"search/00000002/a": "x", "2023/search/00000003/a": "a"}
    assert build(back) == back
