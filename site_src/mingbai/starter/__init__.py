"""A new explainer: a complete project made from a report's text."""
