"""Writes the corpus as one builder's project: ``write.py TOOL PAGES FOLDER``.

It prints the page that an edit changes, and runs as a separate process so that its imports are not
measured.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from corpus import (
    Corpus,
    make_corpus,
    write_mingbai,
    write_ordinary,
    write_pruned,
    write_zensical,
)
from hugo import write_docsy, write_hugo, write_hugo_cached

WRITERS: dict[str, Callable[[Corpus, Path], Path]] = {
    "mingbai": write_mingbai,
    "material": write_ordinary,
    "material-prune": write_pruned,
    "zensical": write_zensical,
    "hugo": write_hugo,
    "hugo-cached": write_hugo_cached,
    "hugo-docsy": write_docsy,
}

if __name__ == "__main__":
    _tool, _pages, _folder = sys.argv[1:]
    print(WRITERS[_tool](make_corpus(int(_pages)), Path(_folder)))
