"""A packed site is brought to a folder, by rsync, and to an S3 store on loopback."""

import gzip
import json
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
    (folder / "assets/0a1b2c3d").mkdir(parents=True)
    (folder / "page").mkdir()
    (folder / "index.html").write_text("<p>明白</p>" * 100, encoding="utf-8")
    (folder / "page/index.html").write_text("<p>一</p>" * 100, encoding="utf-8")
    (folder / "assets/0a1b2c3d/site.js").write_text("let a = 1;" * 100, encoding="utf-8")
    pack(folder, "")
    return folder


def _change(site):
    """Replace the script by one of another name, and change the home page."""
    shutil.rmtree(site / "assets/0a1b2c3d")
    (site / "assets/4e5f6a7b").mkdir()
    (site / "assets/4e5f6a7b/site.js").write_text("let b = 2;" * 100, encoding="utf-8")
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
    assert lines == [
        "put assets/4e5f6a7b/site.js",
        "put index.html",
        "delete assets/0a1b2c3d/site.js",
    ]
    assert _tree(tmp_path / "www") == _tree(site)


def test_what_did_not_change_is_not_sent(site, tmp_path):
    """A second publication of the same site does nothing."""
    run = CliRunner()
    target = str(tmp_path / "www")
    assert run.invoke(main, ["publish", target, "--from", str(site)]).exit_code == 0
    again = run.invoke(main, ["publish", target, "--from", str(site)])
    assert again.output == "0 changed, 0 deleted, 3 unchanged.\n"


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
    assert "more.html: The file has changed since the site was packed" in said.output


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
    script = bucket.head_object(Bucket="site", Key="2024/assets/0a1b2c3d/site.js")
    assert "immutable" in script["CacheControl"]
    _change(site)
    said = CliRunner().invoke(main, arguments)
    assert "2 changed, 1 deleted, 1 unchanged." in said.output
    keys = {found["Key"] for found in bucket.list_objects_v2(Bucket="site")["Contents"]}
    assert keys == {
        "2024/assets/4e5f6a7b/site.js",
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


def test_a_page_edited_after_packing_is_refused(site, tmp_path):
    """Contents are compared, not names: the packed form would show other words."""
    page = site / "page/index.html"
    page.write_bytes(page.read_bytes().replace("一".encode(), "二".encode(), 1))
    said = CliRunner().invoke(main, ["publish", str(tmp_path / "www"), "--from", str(site)])
    assert said.exit_code == 2
    assert "page/index.html: The file has changed" in said.output
    assert not (tmp_path / "www").exists()


@pytest.mark.parametrize(
    "name",
    ["../outside.txt", "/etc/passwd", "a/../../outside.txt", "..\\outside.txt", "C:/x", "a\nb", ""],
)
def test_a_manifest_on_the_host_cannot_lead_out_of_the_site(site, tmp_path, name):
    """Whoever can write to the host must not make us delete files elsewhere."""
    outside, target = tmp_path / "outside.txt", tmp_path / "www"
    outside.write_text("mine", encoding="utf-8")
    target.mkdir()
    listed = {"commit": "", "errors": None, "files": {name: "0" * 64}}
    (target / "manifest.json").write_text(json.dumps(listed), encoding="utf-8")
    said = CliRunner().invoke(main, ["publish", str(target), "--from", str(site)])
    assert said.exit_code == 2
    assert outside.read_text(encoding="utf-8") == "mine"
    assert [path.name for path in target.iterdir()] == ["manifest.json"]


def test_a_link_on_the_host_cannot_lead_out_of_the_site(site, tmp_path):
    """Nothing is written or deleted behind a link."""
    elsewhere, target = tmp_path / "elsewhere", tmp_path / "www"
    elsewhere.mkdir()
    target.mkdir()
    (target / "page").symlink_to(elsewhere)
    said = CliRunner().invoke(main, ["publish", str(target), "--from", str(site)])
    assert said.exit_code == 2
    assert not [*elsewhere.iterdir()]


@pytest.mark.parametrize("steps", range(6))
def test_a_killed_publication_is_finished_by_the_next(site, tmp_path, steps):
    """However far it came: no removed page stays online, nothing half-written is left."""
    target = tmp_path / "www"
    store = FolderStore(target)
    list(publish(site, store, prepare(site, store)))
    _change(site)
    run = publish(site, store, prepare(site, store))
    for _, _ in zip(range(steps), run, strict=False):
        pass
    run.close()
    (target / f".index.html.{2**22 + 1}.mingbai-new").write_text("half", encoding="utf-8")
    shutil.rmtree(site / "page")
    pack(site, "")
    list(publish(site, store, prepare(site, store)))
    assert _tree(target) == _tree(site)


def test_a_site_built_for_the_example_address_is_refused(site, tmp_path):
    """Its feeds and cards would lead nowhere; who knows better says so."""
    head = '<link rel="canonical" href="https://example.org/">'
    (site / "index.html").write_text(head, encoding="utf-8")
    pack(site, "")
    arguments = ["publish", str(tmp_path / "www"), "--from", str(site)]
    said = CliRunner().invoke(main, arguments)
    assert said.exit_code == 2
    assert "Set site_url" in said.output
    assert CliRunner().invoke(main, [*arguments, "--anyway"]).exit_code == 0


@pytest.mark.parametrize("to", ["folder", "rsync"])
def test_a_site_with_errors_of_the_checks_is_refused(site, tmp_path, to):
    """They are recorded when it is packed, so that any host refuses it."""
    pack(site, "", errors=2)
    target = f"{'rsync:' if to == 'rsync' else ''}{tmp_path / 'www'}"
    said = CliRunner().invoke(main, ["publish", target, "--from", str(site)])
    assert said.exit_code == 2
    assert "found 2 errors" in said.output
    assert not (tmp_path / "www").exists()


def test_no_password_of_an_endpoint_is_printed(site, bucket, monkeypatch):
    """An address may hold one; what is said of a failure must not."""
    del bucket
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda _: None)  # between two attempts
    address = "http://me:secret@127.0.0.1:9/"
    said = CliRunner().invoke(
        main, ["publish", "s3://site", "--from", str(site), "--endpoint", address]
    )
    assert said.exit_code == 2
    assert "secret" not in said.output


@pytest.mark.parametrize("prefix", ["jiaxing", "/jiaxing", "jiaxing/", "/jiaxing/"])
def test_a_prefix_without_slashes_is_mended(prefix):
    """All four ways of writing the path mean the same."""
    said = CliRunner().invoke(main, ["headers", "--prefix", prefix])
    assert "location /jiaxing/ {" in said.output
    assert "location /jiaxing/en/ {" in said.output


def test_a_prefix_that_would_end_a_directive_is_refused():
    """A semicolon in a path is no path."""
    said = CliRunner().invoke(main, ["headers", "--prefix", "/a;b/"])
    assert said.exit_code == 2
