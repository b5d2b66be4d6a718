"""Renders macro calls in pages: ``{{ contents() }}`` calls a Jinja macro of ``overrides/macros/``.

Macros run in a sandbox and read only frozen views. Pages can contain calls between ``{{`` and
``}}`` but no other Jinja: the report's own braces are escaped, and ``{% … %}`` is refused.
"""

import ast
import re
import warnings
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mingbai.cache.bytecode import CachedBytecode
from mingbai.cache.memo import NO_MEMO, Memo, files_in, fingerprint
from mingbai.errors import Location, PageInvalid
from mingbai.messages import tell
from mingbai.report.pages.markdown import without_code
from mingbai.site.compose.templates import template_error

_EXPRESSION = re.compile(r"(?<!\\)\{\{((?:(?!\{\{|\}\}).)*)\}\}", re.DOTALL)
"""Stops at the next braces, so that a text full of braces takes linear time."""
_STATEMENT = re.compile(r"(?<!\\)\{(?:%|#(?![\w-]+[\s}]))")
"""``{#plan}`` is not matched: it is Markdown that gives a heading its id."""


_BRACES = re.compile(
    r"(?<!\\)(?:\{\{|\}\}|\{\s{0,9}[A-Za-z_]\w{0,40}\((?:(?![{}]).){0,500}\)\s{0,9}\})"
)


def left_over(markdown: str) -> int | None:
    """Return the position of braces that look like a macro call but are not one, or None.

    >>> left_over("a {{ b() }} c"), left_over("a {{ b() } c"), left_over("{ b() }}")
    (None, 2, 0)
    """
    prose = _EXPRESSION.sub(lambda found: " " * len(found.group()), markdown)
    found = _BRACES.search(prose)
    return found.start() if found else None


def braces_error(location: Location) -> PageInvalid:
    """Return the error for braces that call no macro."""
    message = tell("These braces do not call a macro.")
    return PageInvalid(
        location, message, todo=tell("Write {{ name(…) }}, with two braces at each end.")
    )


class Macros:
    """The macros of one project."""

    def __init__(self, folder: Path, memo: Memo = NO_MEMO) -> None:
        """Read the macro files in a folder: ``figures/cards.html`` contains the macro ``cards``.

        Args:
            folder: ``overrides/macros`` of the project.
            memo: the cache of compiled files.
        """
        self._environment = _environment(folder, memo)
        self._root = folder.parent.parent
        self._names = {
            path.stem: path.relative_to(folder).as_posix()
            for path in sorted(folder.rglob("*.html"))
        }
        """The path of each macro's file in the folder, by the macro's name."""
        self.digest = fingerprint(files_in(folder))
        """The hash of all macro files."""
        self._view: dict[str, Any] = {}
        self._modules: dict[str, TemplateModule] = {}
        """The macro files loaded with `_view`, by name."""

    def render(self, markdown: str, location: Location, view: dict[str, Any]) -> str:
        """Return Markdown with each macro call replaced by its output; code is unchanged.

        Args:
            markdown: one block of a page.
            location: the block's location, for errors.
            view: the values that macros can read, by name.

        Raises:
            ProjectInvalid: the macro's file is invalid.
            PageInvalid: a macro does not exist, has wrong arguments, or does something forbidden.
        """
        prose = without_code(markdown)
        if _STATEMENT.search(prose):
            raise PageInvalid(
                location,
                tell("Pages cannot contain Jinja statements ({% … %}) or comments ({# … #})."),
                todo=tell("Call a macro: {{ name(…) }}."),
            )
        if left_over(prose) is not None:
            raise braces_error(location)
        pieces: list[str] = []
        end = 0
        for found in _EXPRESSION.finditer(prose):
            expression = markdown[found.start(1) : found.end(1)]
            pieces += [markdown[end : found.start()], self._call(expression, location, view)]
            end = found.end()
        return "".join((*pieces, markdown[end:]))

    def _call(self, expression: str, location: Location, view: dict[str, Any]) -> str:
        called = re.match(r"\s*([A-Za-z]\w*)\s*\(", expression)
        if called is None or called[1] not in self._names:
            what = called[1] if called else expression.strip()
            raise PageInvalid(
                location,
                tell("There is no macro {name!r}.", name=what),
                todo=tell("Use one of: {names}.", names=", ".join(self._public()) or "none"),
            )
        try:
            texts, named = arguments(expression.strip())
            macro = getattr(self._module(called[1], view), called[1])
            return str(macro(*texts, **named)).strip()
        except TemplateSyntaxError as error:
            raise template_error(error, self._root) or error from error
        except (TemplateError, SecurityError, TypeError, ValueError, LookupError) as error:
            raise PageInvalid(
                location,
                tell("The macro {name!r} failed: {error}.", name=called[1], error=error),
                todo=tell("Check the macro's arguments: docs/reference/macros.md."),
            ) from error

    def inner(self, name: str, view: dict[str, Any]) -> TemplateModule:
        """Return the macros of a file that pages cannot call: its name begins with an underscore.

        Raises:
            ProjectInvalid: the file is invalid.
        """
        try:
            return self._module(name, view)
        except TemplateSyntaxError as error:
            raise template_error(error, self._root) or error from error

    def _public(self) -> list[str]:
        """Return the names of the macros that pages can call."""
        return sorted(name for name in self._names if not name.startswith("_"))

    def _module(self, name: str, view: dict[str, Any]) -> TemplateModule:
        """Return a macro's file loaded with a page's view; all calls on the page share it."""
        if view is not self._view:
            self._view, self._modules = view, {}
        if name not in self._modules:
            self._modules[name] = self._environment.get_template(self._names[name]).make_module(
                view
            )
        return self._modules[name]


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with a faster check for views, which are most of what macros read."""

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Return whether a macro can read an attribute."""
        if hasattr(type(obj), "__dataclass_fields__"):  # a frozen view gives no access to code
            return not attr.startswith("_")
        return super().is_safe_attribute(obj, attr, value)


def _environment(folder: Path, memo: Memo) -> _Sandbox:
    """Return the environment in which macros run."""
    return _Sandbox(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=CachedBytecode(memo),
    )


_SHOWN = 40
"""Maximum characters of a wrong argument in a message."""
_WORDS = {"true": True, "false": False, "none": None}


def arguments(call: str) -> tuple[list[Any], dict[str, Any]]:
    """Return the arguments of a call; only texts, numbers, true, false and none are allowed.

    >>> arguments('pages("topics", brief=true)')
    (['topics'], {'brief': True})

    Raises:
        ValueError: the call contains anything else; none of it is evaluated.
    """
    try:
        with warnings.catch_warnings(action="ignore"):  # about numbers that look mistyped
            tree = ast.parse(call, mode="eval").body
    except (SyntaxError, MemoryError, RecursionError) as error:
        raise ValueError(tell("the call does not have the form name(…)")) from error
    if not isinstance(tree, ast.Call) or not isinstance(tree.func, ast.Name):
        raise ValueError(tell("the call does not have the form name(…)"))  # noqa: TRY004 (what an editor typed)
    if any(keyword.arg is None for keyword in tree.keywords):
        raise ValueError(tell("** is not allowed in a call"))
    return (
        [_literal(node, call) for node in tree.args],
        {str(keyword.arg): _literal(keyword.value, call) for keyword in tree.keywords},
    )


def _literal(node: ast.expr, call: str) -> Any:  # noqa: ANN401 (whatever an editor may write)
    if isinstance(node, ast.Name) and node.id in _WORDS:
        return _WORDS[node.id]
    if isinstance(node, ast.Constant) and isinstance(node.value, str | int | float):
        return node.value
    typed = ast.get_source_segment(call, node) or ""
    raise ValueError(tell("{typed} is neither a text in quotes nor a number", typed=typed[:_SHOWN]))
