"""Macros in pages: ``{{ contents() }}`` calls a Jinja macro of ``overrides/macros/``.

Macros run in a sandbox and see frozen views only. Nothing but an expression between ``{{`` and
``}}`` is Jinja: the report's own braces are escaped, and a statement (``{% … %}``) is refused.
"""

import re
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, Template, TemplateError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mingbai.errors import Location, PageInvalid

_EXPRESSION = re.compile(r"(?<!\\)\{\{(.*?)\}\}", re.DOTALL)
_STATEMENT = re.compile(r"(?<!\\)\{(?:%|#(?![\w-]+[\s}]))")
"""``{#plan}`` gives a heading its id; it is Markdown."""


class Macros:
    """The macros of one project, ready to be called from any page."""

    def __init__(self, folder: Path) -> None:
        """Read the macro files of a folder: ``cards.html`` holds the macro ``cards``."""
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._files = tuple(sorted(path.name for path in folder.glob("*.html")))
        self._calls: dict[str, Template] = {}
        """Compiled, by expression: most pages make the same calls."""

    def render(self, markdown: str, location: Location, view: dict[str, Any]) -> str:
        """Return Markdown with its macros' calls replaced by what they yield.

        Args:
            markdown: one block of a page.
            location: the block's, for the errors.
            view: what macros may see, by name.

        Raises:
            PageInvalid: a macro does not exist, was called wrongly, or does what it must not.
        """
        if _STATEMENT.search(markdown):
            raise PageInvalid(
                location,
                "Statements ({% … %}) and comments ({# … #}) are not used in pages.",
                todo="Call a macro: {{ name(…) }}.",
            )
        return _EXPRESSION.sub(lambda found: self._call(found[1], location, view), markdown)

    def _call(self, expression: str, location: Location, view: dict[str, Any]) -> str:
        names = [Path(file).stem for file in self._files]
        called = re.match(r"\s*([A-Za-z_]\w*)\s*\(", expression)
        if called is None or called[1] not in names:
            what = called[1] if called else expression.strip()
            raise PageInvalid(
                location,
                f"There is no macro {what!r}.",
                todo=f"Use one of: {', '.join(sorted(names)) or 'none'}.",
            )
        macro = called[1]
        arguments = expression.strip()[len(macro) :]
        source = (
            f"{{% import '{macro}.html' as file with context %}}{{{{ file.{macro}{arguments} }}}}"
        )
        try:
            call = self._calls.get(expression)
            if call is None:
                call = self._calls[expression] = self._environment.from_string(source)
            return call.render(view).strip()
        except (TemplateError, SecurityError, TypeError, ValueError, LookupError) as error:
            raise PageInvalid(
                location, f"The macro {called[1]!r} failed: {error}.", todo="Mend its arguments."
            ) from error
