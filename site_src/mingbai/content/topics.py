"""data/topics.yml: the subjects under which figures and pages are found, in both languages."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from mingbai.content.edition import Bilingual
from mingbai.datafile import read_models
from mingbai.errors import DataInvalid, Location, MingbaiError, raise_all
from mingbai.messages import tell


class Topic(BaseModel):
    """One subject; its id stands in addresses and stays."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    name: Bilingual
    description: Bilingual | None = None
    group: str | None = None
    """Topics of one group are shown together."""


def read_topics(path: Path) -> tuple[Topic, ...]:
    """Return the topics in the order of the file; none where there is no file.

    Raises:
        DataInvalid: an entry is no `Topic`, or an id is used twice.
    """
    if not path.exists():
        return ()
    errors: list[MingbaiError] = []
    topics: dict[str, Topic] = {}
    for topic, location in read_models(path, Topic):
        if topic.id in topics:
            message = tell("the topic {id!r} stands twice.", id=topic.id)
            errors.append(DataInvalid(location, message, todo=tell("Keep one of them.")))
        topics.setdefault(topic.id, topic)
    raise_all(tuple(errors))
    return tuple(topics.values())


def unknown_topics(
    used: tuple[tuple[str, Location], ...], topics: tuple[Topic, ...]
) -> tuple[MingbaiError, ...]:
    """Return an error for each topic that is used and not declared.

    A project without topics.yml has no list to hold its topics against: they stand by their ids.
    """
    known = {topic.id for topic in topics}
    if not known:
        return ()
    return tuple(
        DataInvalid(
            location,
            tell("there is no topic {id!r} in topics.yml.", id=id_),
            todo=tell("Mend the id, or add the topic there."),
        )
        for id_, location in used
        if id_ not in known
    )
