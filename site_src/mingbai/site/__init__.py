"""Turns pages and data into documents for a site builder; only ``mkdocs/`` depends on MkDocs."""
