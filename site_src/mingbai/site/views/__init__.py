"""The frozen data that templates and macros read, with all values already in words."""
