"""The report as Markdown pages: split, joined, merged, listed in a manifest."""
