"""The last step of a build: compressed files, and the list of all files."""

import gzip
import hashlib
import json

import brotli
import pytest
from click.testing import CliRunner

from mingbai.cli import main
from mingbai.errors import TargetUnwritable
from mingbai.publishing.pack import pack


@pytest.fixture
def site(tmp_path):
    """A small built site."""
    folder = tmp_path / "site"
    (folder / "assets/abc").mkdir(parents=True)
    (folder / "index.html").write_text("<p>明白</p>" * 100, encoding="utf-8")
    (folder / "assets/abc/site.js").write_text("let a = 1;" * 100, encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG" * 100)
    return folder


def test_text_is_compressed_beside_itself_and_gives_the_same_bytes_back(site):
    """.gz and .br hold the file; pictures are left alone."""
    pack(site, "c0ffee")
    data = (site / "index.html").read_bytes()
    assert gzip.decompress((site / "index.html.gz").read_bytes()) == data
    assert brotli.decompress((site / "index.html.br").read_bytes()) == data
    assert not (site / "picture.png.gz").exists()


def test_the_manifest_lists_every_file_with_its_hash(site):
    """manifest.json: the commit, and the SHA-256 of each file but itself and the packed ones."""
    pack(site, "c0ffee")
    listed = json.loads((site / "manifest.json").read_text(encoding="utf-8"))
    assert listed["commit"] == "c0ffee"
    assert set(listed["files"]) == {"assets/abc/site.js", "index.html", "picture.png"}
    digest = hashlib.sha256((site / "index.html").read_bytes()).hexdigest()
    assert listed["files"]["index.html"] == digest


def test_packing_again_gives_the_same_bytes(site):
    """No clock and no name goes into a packed file."""
    pack(site, "")
    first = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    pack(site, "")
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == first


def test_a_folder_that_is_no_site_is_refused(tmp_path):
    """Nothing is written into a folder without index.html."""
    with pytest.raises(TargetUnwritable, match="not a built site"):
        pack(tmp_path, "")
    assert CliRunner().invoke(main, ["pack", str(tmp_path)]).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_archives_of_the_editors_stay_and_are_published(tmp_path):
    """A .gz that is not the packed form of a text file beside it is a file like any other."""
    site = tmp_path / "site"
    (site / "files").mkdir(parents=True)
    (site / "index.html").write_text("<p>明白</p>" * 100, encoding="utf-8")
    (site / "files" / "source.tar.gz").write_bytes(b"archive")
    (site / "files" / "font.br").write_bytes(b"font")
    for _ in range(2):
        digests = pack(site, "")
    assert (site / "files" / "source.tar.gz").read_bytes() == b"archive"
    assert (site / "files" / "font.br").read_bytes() == b"font"
    assert set(digests) == {"index.html", "files/source.tar.gz", "files/font.br"}
    assert (site / "index.html.gz").exists()


def test_what_a_killed_run_left_unfinished_is_not_listed(site):
    """A half-written manifest is removed, so that it is never published."""
    unfinished = site / f".manifest.json.{2**22 + 1}.mingbai-new"
    unfinished.write_text("half", encoding="utf-8")
    assert unfinished.name not in pack(site, "")
    assert not unfinished.exists()
