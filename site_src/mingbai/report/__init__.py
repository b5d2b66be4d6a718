"""The report's text: read it, find its structure, split it into pages, join the pages back."""
