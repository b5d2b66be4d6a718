"""A packed site is brought to a folder, by rsync, and to an S3 store on loopback."""

import gzip
import shutil
from pathlib import Path

import boto3
import pytest
from click.testing import CliRunner
from moto.server import ThreadedMotoServer

from mingbai.cli import main
from mingbai.publishing.pack import pack
from mingbai.publishing.publish import prepare, publish
from mingbai.publishing.stores import FolderStore


@pytest.fixture
def site(tmp_path):
    """A small packed site."""
    folder = tmp_path / "site"
    (folder / "assets/abc").mkdir(parents=True)
    (folder / "page").mkdir()
    (folder / "index.html").write_text("<p>明白</p>" * 100, encoding="utf-8")
    (folder / "page/index.html").write_text("<p>一</p>" * 100, encoding="utf-8")
    (folder / "assets/abc/site.js").write_text("let a = 1;" * 100, encoding="utf-8")
    pack(folder, "")
    return folder


def _change(site):
    """Replace the script by one of another name, and change the home page."""
    shutil.rmtree(site / "assets/abc")
    (site / "assets/def").mkdir()
    (site / "assets/def/site.js").write_text("let b = 2;" * 100, encoding="utf-8")
    (site / "index.html").write_text("<p>新</p>" * 100, encoding="utf-8")
    pack(site, "")


@pytest.fixture(scope="module")
def endpoint():
    """The address of an S3 store on this machine."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(endpoint, monkeypatch):
    """A client of an empty bucket, with keys in the environment."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    client = boto3.client("s3", endpoint_url=endpoint)
    client.create_bucket(Bucket="site")
    yield client
    for found in client.list_objects_v2(Bucket="site").get("Contents", []):
        client.delete_object(Bucket="site", Key=found["Key"])
    client.delete_bucket(Bucket="site")


def _tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in Path(folder).rglob("*")
        if path.is_file()
    }


def test_pages_come_after_what_they_ask_for_and_deletion_comes_last(site, tmp_path):
    """A reader never meets a page whose script is not there."""
    store = FolderStore(tmp_path / "www")
    list(publish(site, store, prepare(site, store)))
    _change(site)
    lines = list(publish(site, store, prepare(site, store)))
    assert lines == ["put assets/def/site.js", "put index.html", "delete assets/abc/site.js"]
    assert _tree(tmp_path / "www") == _tree(site)


def test_what_did_not_change_is_not_sent(site, tmp_path):
    """A second publication of the same site does nothing."""
    run = CliRunner()
    target = str(tmp_path / "www")
    assert run.invoke(main, ["publish", target, "--from", str(site)]).exit_code == 0
    again = run.invoke(main, ["publish", target, "--from", str(site)])
    assert again.output == "0 changed, 0 gone, 3 unchanged.\n"


def test_a_dry_run_changes_nothing(site, tmp_path):
    """--dry-run lists the steps and writes no file."""
    target = tmp_path / "www"
    said = CliRunner().invoke(main, ["publish", str(target), "--from", str(site), "--dry-run"])
    assert "would put index.html" in said.output
    assert not target.exists()


def test_a_site_that_changed_after_packing_is_refused(site, tmp_path):
    """What is published is what manifest.json says."""
    (site / "more.html").write_text("x", encoding="utf-8")
    said = CliRunner().invoke(main, ["publish", str(tmp_path / "www"), "--from", str(site)])
    assert said.exit_code == 2
    assert "has changed since it was packed" in said.output


def test_a_foreign_manifest_stops_the_publication(site, tmp_path):
    """A folder with another program's manifest.json is not touched."""
    target = tmp_path / "www"
    target.mkdir()
    (target / "manifest.json").write_text("[]", encoding="utf-8")
    said = CliRunner().invoke(main, ["publish", str(target), "--from", str(site)])
    assert said.exit_code == 2
    assert [path.name for path in target.iterdir()] == ["manifest.json"]


def test_a_bucket_holds_the_site_with_its_headers(site, bucket, endpoint):
    """Type, encoding and cache are right; a change sends what changed and deletes what is gone."""
    arguments = ["publish", "s3://site/2024", "--from", str(site), "--endpoint", endpoint]
    said = CliRunner().invoke(main, arguments)
    assert said.exit_code == 0, said.output
    page = bucket.get_object(Bucket="site", Key="2024/index.html")
    assert page["ContentType"] == "text/html; charset=utf-8"
    assert page["ContentEncoding"] == "gzip"
    assert page["CacheControl"] == "public, max-age=0, must-revalidate"
    assert gzip.decompress(page["Body"].read()) == (site / "index.html").read_bytes()
    script = bucket.head_object(Bucket="site", Key="2024/assets/abc/site.js")
    assert "immutable" in script["CacheControl"]
    _change(site)
    said = CliRunner().invoke(main, arguments)
    assert "2 changed, 1 gone, 1 unchanged." in said.output
    keys = {found["Key"] for found in bucket.list_objects_v2(Bucket="site")["Contents"]}
    assert keys == {
        "2024/assets/def/site.js",
        "2024/index.html",
        "2024/manifest.json",
        "2024/page/index.html",
    }


def test_a_store_that_refuses_is_named(site, bucket, endpoint):
    """A bucket that is not there is an error with a line to act on, and exit 2."""
    del bucket
    said = CliRunner().invoke(
        main, ["publish", "s3://nowhere", "--from", str(site), "--endpoint", endpoint]
    )
    assert said.exit_code == 2
    assert "Check the bucket" in said.output


@pytest.mark.skipif(shutil.which("rsync") is None, reason="rsync is not installed")
def test_rsync_brings_the_whole_site(site, tmp_path):
    """A folder given to rsync ends as a copy, also after files are gone."""
    target = tmp_path / "www"
    arguments = ["publish", f"rsync:{target}/", "--from", str(site)]
    for change in (lambda _: None, _change):
        change(site)
        said = CliRunner().invoke(main, arguments)
        assert said.exit_code == 0, said.output
        assert _tree(target) == _tree(site)
