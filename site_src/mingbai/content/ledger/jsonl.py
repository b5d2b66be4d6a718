"""JSON Lines files: reading reports every invalid line, and writing is atomic.

With one object on each line, version control shows one changed line for one changed object.
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
    """Return the file's lines as models, each with its location; none if the file is missing.

    Raises:
        DataInvalid: the file cannot be read, or lines do not match the model: one error for each.
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
        "{field}: {problem}.",
        field=name,
        problem=detail["msg"].removeprefix("Value error, "),
    )
    return DataInvalid(location, message, todo=tell("Restore the line from version control."))


def write_lines(path: Path, models: Iterable[BaseModel]) -> None:
    """Write one model on each line, without its empty fields.

    Raises:
        TargetUnwritable: the file or its folder cannot be written; the old file is unchanged.
    """
    write_text(path, "".join(f"{_line(model)}\n" for model in models))


def _line(model: BaseModel) -> str:
    data = model.model_dump(mode="json", exclude_none=True)
    return json.dumps(data, ensure_ascii=False)
