"""The adapter between our documents and MkDocs; no other package depends on MkDocs."""
