"""Composes pages and data into documents: Markdown for any site builder."""
