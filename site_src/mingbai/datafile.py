"""Validates data files: each value that a model rejects is an error with its line and a remedy."""

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from mingbai.errors import DataInvalid, Location, MingbaiError, raise_all
from mingbai.messages import tell
from mingbai.yamlfile import YamlFile, load

T = TypeVar("T")
ModelT = TypeVar("ModelT", bound=BaseModel)


def read_model(path: Path, model: type[ModelT]) -> ModelT:
    """Return the file's data as one model.

    Raises:
        DataInvalid: see `load`; or the data does not match the model: one error for each line.
    """
    return validate(load(path), model)


def read_models(path: Path, model: type[ModelT]) -> tuple[tuple[ModelT, Location], ...]:
    """Return the file's list as models, each with its location.

    Raises:
        DataInvalid: see `read_model`; or the file is not a list.
    """
    file = load(path)
    adapter: TypeAdapter[tuple[ModelT, ...]] = TypeAdapter(tuple[model, ...])  # type: ignore[valid-type]
    models = checked(file, adapter)
    return tuple((model_, file.at(number)) for number, model_ in enumerate(models))


def validate(file: YamlFile, model: type[ModelT]) -> ModelT:
    """Return the file's data as one model.

    Raises:
        DataInvalid: the data does not match the model: one error for each line.
    """
    adapter: TypeAdapter[ModelT] = _adapter(model)
    return checked(file, adapter)


@functools.cache
def _adapter(model: type[ModelT]) -> TypeAdapter[ModelT]:
    return TypeAdapter(model)


def checked(file: YamlFile, adapter: TypeAdapter[T]) -> T:
    """Return the file's data as the adapter's type.

    Raises:
        DataInvalid: the data does not match the type: one error for each line.
    """
    try:
        return adapter.validate_python(file.data)
    except ValidationError as error:
        raise_all(tuple(_errors(file, error)))
        raise AssertionError from error  # pydantic always reports at least one error


def _errors(file: YamlFile, error: ValidationError) -> Iterator[MingbaiError]:
    for detail in error.errors():
        name = ".".join(str(part) for part in detail["loc"] if isinstance(part, str))
        message = detail["msg"].removeprefix("Value error, ")
        yield DataInvalid(
            file.at(*detail["loc"]),
            tell("{field}: {problem}.", field=name or "the file", problem=message),
            todo=_remedy(detail["type"]),
        )


def _remedy(kind: str) -> str:
    """Return the remedy for one of pydantic's error types."""
    return {
        "missing": tell("Add it."),
        "extra_forbidden": tell("Remove it, or correct its name."),
        "decimal_type": tell('Write the number in quotes: "6.3".'),
        "string_type": tell("Put the value in quotes."),
    }.get(kind, tell("Correct the value."))
