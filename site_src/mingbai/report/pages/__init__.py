"""The report as Markdown pages: splitting, joining, merging, and the manifest that lists them."""
