"""Builds the search index, and the files that a page's search worker reads."""

from mingbai.site.search.files import search_files

__all__ = ["search_files"]
