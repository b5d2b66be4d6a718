"""Files of one JSON object a line: read with every bad line named, written whole or not at all.

A line a thing keeps the history readable: what changed is one line in a comparison of versions.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from mingbai.atomicfile import write_text
from mingbai.errors import DataInvalid, Location, MingbaiError, raise_all
from mingbai.messages import tell

ModelT = TypeVar("ModelT", bound=BaseModel)


def read_lines(path: Path, model: type[ModelT]) -> tuple[tuple[ModelT, Location], ...]:
    """Return the file's lines as models, each with its place; none where there is no file.

    Raises:
        DataInvalid: the file cannot be read, or lines are not what the model asks for, all named.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise DataInvalid(
            Location(path),
            tell("The file cannot be read."),
            todo=tell("Restore it from version control."),
        ) from error
    errors: list[MingbaiError] = []
    found: list[tuple[ModelT, Location]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            found.append((model.model_validate_json(line), Location(path, number)))
        except ValidationError as error:
            errors.append(_wrong(Location(path, number), error))
    raise_all(tuple(errors))
    return tuple(found)


def _wrong(location: Location, error: ValidationError) -> DataInvalid:
    detail = error.errors()[0]
    name = ".".join(str(part) for part in detail["loc"]) or "the line"
    message = tell(
        "{name}: {removeprefix}.",
        name=name,
        removeprefix=detail["msg"].removeprefix("Value error, "),
    )
    return DataInvalid(location, message, todo=tell("Restore the line from version control."))


def write_lines(path: Path, models: Iterable[BaseModel]) -> None:
    """Write one model a line, fields without a value left out.

    Raises:
        TargetUnwritable: the file or its folder cannot be written; the old file is untouched.
    """
    write_text(path, "".join(f"{_line(model)}\n" for model in models))


def _line(model: BaseModel) -> str:
    data = model.model_dump(mode="json", exclude_none=True)
    return json.dumps(data, ensure_ascii=False)
