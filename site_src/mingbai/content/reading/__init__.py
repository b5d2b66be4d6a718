"""The one place that reads a project."""

from mingbai.content.reading.project import LoadedProject, read_library, read_project

__all__ = ["LoadedProject", "read_library", "read_project"]
