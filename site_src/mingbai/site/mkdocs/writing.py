"""The end of a build: copies MkDocs' files, and all files that are not pages, into the site."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from mingbai.site.mkdocs.build import Build
from mingbai.site.outputs.all_files import output_files

_CLOCK = "sitemap.xml.gz"
"""MkDocs' file that contains the build time; `mingbai pack` compresses the sitemap instead."""


def write_rest(build: Build, config: MkDocsConfig, *, is_sound: bool) -> None:
    """Write the site's other files, delete those that no longer exist, and save the caches.

    Args:
        build: the build.
        config: its settings; MkDocs wrote into `site_dir`.
        is_sound: whether there were no warnings; pages are cached only then, because cached
            pages repeat no warnings.
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
