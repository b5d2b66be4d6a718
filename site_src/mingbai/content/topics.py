"""data/topics.yml: the topics of figures and pages, in both languages."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from mingbai.content.edition import Bilingual
from mingbai.datafile import read_models
from mingbai.errors import DataInvalid, Location, MingbaiError, raise_all
from mingbai.messages import tell


class Topic(BaseModel):
    """One topic; its id is part of addresses and must not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    name: Bilingual
    description: Bilingual | None = None
    group: str | None = None
    """The group with which the topic is shown."""


def read_topics(path: Path) -> tuple[Topic, ...]:
    """Return the topics in the order of the file; none if the file is missing.

    Raises:
        DataInvalid: an entry is not a `Topic`, or two entries have the same id.
    """
    if not path.exists():
        return ()
    errors: list[MingbaiError] = []
    topics: dict[str, Topic] = {}
    for topic, location in read_models(path, Topic):
        if topic.id in topics:
            message = tell("The topic {topic!r} occurs twice.", topic=topic.id)
            errors.append(DataInvalid(location, message, todo=tell("Remove one of the two.")))
        topics.setdefault(topic.id, topic)
    raise_all(tuple(errors))
    return tuple(topics.values())


def unknown_topics(
    used: tuple[tuple[str, Location], ...], topics: tuple[Topic, ...]
) -> tuple[MingbaiError, ...]:
    """Return an error for each topic that is used but not declared.

    A project without topics.yml has no declarations: its topics are shown by their ids.
    """
    known = {topic.id for topic in topics}
    if not known:
        return ()
    return tuple(
        DataInvalid(
            location,
            tell("There is no topic {topic!r} in topics.yml.", topic=id_),
            todo=tell("Correct the id, or add the topic to topics.yml."),
        )
        for id_, location in used
        if id_ not in known
    )
