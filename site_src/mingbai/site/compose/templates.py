"""Errors in a project's templates and macros, each with its file and line."""

import traceback
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

from mingbai.errors import Location, ProjectInvalid
from mingbai.messages import tell

FOLDER = "overrides"
_TODO = "Correct the template."


def broken_templates(root: Path) -> Iterator[ProjectInvalid]:
    """Yield an error for each template of a project that Jinja cannot parse."""
    environment = Environment(autoescape=True)
    for path in sorted((root / FOLDER).rglob("*.html")):
        inside = path.relative_to(root)
        try:
            environment.parse(path.read_text(encoding="utf-8"), filename=str(inside))
        except TemplateSyntaxError as error:
            yield ProjectInvalid(Location(inside, error.lineno), _said(error), todo=tell(_TODO))
        except UnicodeDecodeError:
            yield ProjectInvalid(
                Location(inside), tell("The file is not UTF-8."), todo=tell("Save it as UTF-8.")
            )


def template_error(error: BaseException, root: Path) -> ProjectInvalid | None:
    """Return the error in a template of the project; None if it was raised elsewhere.

    Args:
        error: the exception raised while templates were parsed or rendered.
        root: the project's folder.
    """
    if isinstance(error, TemplateSyntaxError):
        place = Location(_inside(error.filename or error.name or FOLDER, root), error.lineno)
        return ProjectInvalid(place, _said(error), todo=tell(_TODO))
    home = str(root / FOLDER)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.startswith(home) and frame.filename.endswith(".html"):
            place = Location(_inside(frame.filename, root), frame.lineno)
            return ProjectInvalid(
                place, tell("The template failed: {error}.", error=error), todo=tell(_TODO)
            )
    return None


def _said(error: TemplateSyntaxError) -> str:
    said = (error.message or tell("it cannot be read")).rstrip(".")
    return tell("The template is broken: {error}.", error=said)


def _inside(filename: str, root: Path) -> Path:
    path = Path(filename)
    return path.relative_to(root) if path.is_relative_to(root) else path
