"""The end of a build: what MkDocs wrote, and the files that are no pages, go into the site."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from mingbai.site.mkdocs.build import Build
from mingbai.site.outputs.all_files import output_files

_CLOCK = "sitemap.xml.gz"
"""MkDocs' file that holds the time of the build; `mingbai pack` compresses the sitemap."""


def write_rest(build: Build, config: MkDocsConfig, *, is_sound: bool) -> None:
    """Write what is left of the site, delete what it no longer has, and save the caches.

    Args:
        build: the build.
        config: its settings; `site_dir` is the folder that MkDocs wrote into.
        is_sound: whether there was no warning; only then are pages cached, as a page from the
            cache warns of nothing.
    """
    written = Path(config.site_dir)
    for path in written.rglob("*"):
        if path.is_file() and path.name != _CLOCK:
            build.folder.put(path.relative_to(written).as_posix(), path.read_bytes())
    address, content = config.site_url or "/", Path(config.docs_dir)
    for name, data in output_files(build.sites, address, content, build.memo):
        build.folder.put(name, data)
    if is_sound:
        build.cache.save(build.documents)
    build.memo.save()
    build.folder.finish()
