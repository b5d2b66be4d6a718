"""The topics that pages name are declared in data/topics.yml."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.finding import Finding


def _find(tree: Tree) -> Iterator[Finding]:
    if tree.library is None or not tree.library.topics:
        return
    known = {topic.id for topic in tree.library.topics}
    for sheet in tree.sheets:
        data = sheet.front.data if sheet.front else None
        topics = data.get("topics") if isinstance(data, dict) else None
        for at, topic in enumerate(topics or ()):
            if topic not in known:
                message = f"There is no topic {topic!r} in data/topics.yml."
                todo = f"Use one of: {', '.join(sorted(known))}; or add it there."
                yield Finding(sheet.field("topics", at), TOPICS.id, message, todo)


TOPICS = Rule("topics", _find)
