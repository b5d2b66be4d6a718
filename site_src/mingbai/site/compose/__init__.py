"""Pages and data become documents: Markdown that any site builder reads."""
