"""Every topic that a page names is in data/topics.yml."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.finding import Finding
from mingbai.messages import tell


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is None or not tree.library.topics:
        return
    known = {topic.id for topic in tree.library.topics}
    for sheet in tree.sheets:
        topics = sheet.data.get("topics")
        for at, topic in enumerate(topics if isinstance(topics, list) else ()):
            if topic not in known:
                message = tell("There is no topic {topic!r} in data/topics.yml.", topic=topic)
                todo = tell(
                    "Use one of: {topics}; or add it there.", topics=", ".join(sorted(known))
                )
                yield Finding(sheet.field("topics", at), TOPICS.id, message, todo)


TOPICS = Rule("topics", _find)
