"""The pages and data that editors write, in both languages, and the state of the translations."""
