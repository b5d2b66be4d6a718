"""The adapter between our documents and MkDocs; the only room that knows it."""
