"""``data/synonyms.yml``: words that readers use for one another, in both languages."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from mingbai.datafile import read_models
from mingbai.errors import DataInvalid, MingbaiError, raise_all
from mingbai.messages import tell

Words = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]


class Synonyms(BaseModel):
    """Words for one thing: who searches for any of them finds all of them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: Words
    en: Words


def read_synonyms(path: Path) -> tuple[Synonyms, ...]:
    """Return the groups in the order of the file; none where there is no file.

    Raises:
        DataInvalid: an entry is not `Synonyms`; a word stands twice in a language's list.
    """
    if not path.exists():
        return ()
    errors: list[MingbaiError] = []
    groups: list[Synonyms] = []
    for group, location in read_models(path, Synonyms):
        both = (group.zh, group.en)
        twice = sorted({word for words in both for word in words if words.count(word) > 1})
        if twice:
            message = tell("{twice} stands twice in one list.", twice=", ".join(twice))
            errors.append(DataInvalid(location, message, todo=tell("Keep one of them.")))
        groups.append(group)
    raise_all(tuple(errors))
    return tuple(groups)
