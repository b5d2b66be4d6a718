"""HTML that the Content-Security-Policy blocks or that could harm readers."""

from collections.abc import Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.content.safety import TODO, HtmlRefused, forbidden_html
from mingbai.errors import Location
from mingbai.finding import Finding
from mingbai.messages import tell


def _find(tree: Tree) -> Iterator[Finding]:
    for error in tree.errors:
        if isinstance(error, HtmlRefused) and error.location is not None:
            yield Finding(error.location, FORBIDDEN_HTML.id, error.message, error.todo)
    for file in tree.files:
        if file.path.suffix == ".yml":
            for line, message in forbidden_html(file.text):
                yield Finding(Location(file.path, line), FORBIDDEN_HTML.id, message, tell(TODO))


FORBIDDEN_HTML = Rule("forbidden-html", _find)
