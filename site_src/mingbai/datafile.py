"""Data files in, checked models out; what the model refuses is named with its line and a remedy."""

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
        DataInvalid: see `load`; or the data is not what the model asks for, with each line.
    """
    return validate(load(path), model)


def read_models(path: Path, model: type[ModelT]) -> tuple[tuple[ModelT, Location], ...]:
    """Return the list in the file as models, each with the place where it stands.

    Raises:
        DataInvalid: see `read_model`; or the file holds no list.
    """
    file = load(path)
    adapter: TypeAdapter[tuple[ModelT, ...]] = TypeAdapter(tuple[model, ...])  # type: ignore[valid-type]
    models = checked(file, adapter)
    return tuple((model_, file.at(number)) for number, model_ in enumerate(models))


def validate(file: YamlFile, model: type[ModelT]) -> ModelT:
    """Return the file's data as one model.

    Raises:
        DataInvalid: the data is not what the model asks for, with each line.
    """
    adapter: TypeAdapter[ModelT] = _adapter(model)
    return checked(file, adapter)


@functools.cache
def _adapter(model: type[ModelT]) -> TypeAdapter[ModelT]:
    return TypeAdapter(model)


def checked(file: YamlFile, adapter: TypeAdapter[T]) -> T:
    """Return the file's data as the adapter's type.

    Raises:
        DataInvalid: the data is not what the type asks for, with each line.
    """
    try:
        return adapter.validate_python(file.data)
    except ValidationError as error:
        raise_all(tuple(_errors(file, error)))
        raise AssertionError from error  # pydantic never reports no error


def _errors(file: YamlFile, error: ValidationError) -> Iterator[MingbaiError]:
    for detail in error.errors():
        name = ".".join(str(part) for part in detail["loc"] if isinstance(part, str))
        message = detail["msg"].removeprefix("Value error, ")
        yield DataInvalid(
            file.at(*detail["loc"]),
            tell("{name}: {message}.", name=name or "the file", message=message),
            todo=_remedy(detail["type"]),
        )


def _remedy(kind: str) -> str:
    """Return what to do about one of pydantic's kinds of error."""
    return {
        "missing": "Add it.",
        "extra_forbidden": "Take it out, or mend its name.",
        "decimal_type": 'Write the number in quotes: "6.3".',
        "string_type": "Put the value in quotes.",
    }.get(kind, "Mend the value.")
