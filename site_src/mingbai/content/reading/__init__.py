"""Reads a project; no other package does."""

from mingbai.content.reading.project import LoadedProject, read_library, read_project
from mingbai.content.reading.words import refuse_changed_words

__all__ = ["LoadedProject", "read_library", "read_project", "refuse_changed_words"]
