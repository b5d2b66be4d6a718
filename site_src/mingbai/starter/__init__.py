"""Creates a complete project from a report's text."""
