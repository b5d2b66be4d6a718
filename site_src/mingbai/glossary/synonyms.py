"""``data/synonyms.yml``: words with the same meaning, in both languages, for the search."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from mingbai.datafile import read_models
from mingbai.errors import DataInvalid, MingbaiError, raise_all
from mingbai.messages import tell

Words = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]


class Synonyms(BaseModel):
    """Words for one thing: a search for one of them finds all of them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: Words
    en: Words


def read_synonyms(path: Path) -> tuple[Synonyms, ...]:
    """Return the groups in the order of the file; none if the file is missing.

    Raises:
        DataInvalid: an entry is not `Synonyms`; a list has the same word twice.
    """
    if not path.exists():
        return ()
    errors: list[MingbaiError] = []
    groups: list[Synonyms] = []
    for group, location in read_models(path, Synonyms):
        both = (group.zh, group.en)
        twice = sorted({word for words in both for word in words if words.count(word) > 1})
        if twice:
            message = tell("One list has these words twice: {words}.", words=", ".join(twice))
            errors.append(DataInvalid(location, message, todo=tell("Remove the duplicates.")))
        groups.append(group)
    raise_all(tuple(errors))
    return tuple(groups)
