"""The search: what is indexed, and the files that the search worker of a page reads."""

from mingbai.site.search.files import search_files

__all__ = ["search_files"]
