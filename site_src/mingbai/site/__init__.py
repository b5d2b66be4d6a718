"""From pages and data to the documents a site builder reads; `plugin` alone knows MkDocs."""
