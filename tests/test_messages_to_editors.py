"""Messages to editors pass through `mingbai.messages`, so that a catalogue can translate them."""

import ast
import re
from pathlib import Path

import pytest

import mingbai.errors
from mingbai.messages import tell_many

PACKAGE = Path(__file__).parent.parent / "site_src" / "mingbai"
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "messages.py")
IDS = [path.relative_to(PACKAGE).as_posix() for path in FILES]
SAYING = {"tell", "tell_many", "say"}
"""The functions that format a message; only they take its text."""
SENT = {name for name, one in vars(mingbai.errors).items() if isinstance(one, type)}
SENT |= {"Finding", "Remark", "Disagreement", "Refusal", "Step", "Slip"}
SENT |= {"EngineError", "DraftRefused", "CouldNotRun", "UsageError", "PluginError", "HtmlRefused"}
SENT |= {"ValueError", "LookupError", "echo"}
"""What carries a message to an editor."""
SENTENCE = re.compile(r"^(?=[A-Z{“])(?=.*[a-z]{2}.* .*[a-z]{2}).*[.!?]$", re.DOTALL)
FORMATS = ("site/outputs/", "site/search/", "translation/exchange/tbx.py", "cache/")
"""Files that write English or SQL into data, where it is no message."""


def _name(call):
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _texts(node):
    """Yield the literal texts of which an expression consists, but not those it hands to calls."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            part.value if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
    elif isinstance(node, ast.BinOp | ast.BoolOp | ast.IfExp):
        for part in ast.iter_child_nodes(node):
            yield from _texts(part)


def _is_worded(text):
    """Return whether a text has words with a space between: no id, no path."""
    return len(re.findall(r"[A-Za-z]{2,}", text)) > 1 and " " in text


def _locals(function):
    """Return the literal texts of each local variable, by its name."""
    found = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).extend(_texts(node.value))
    return found


def _unformatted(tree):
    """Yield the texts that are sent to editors as they are, directly or by a local variable."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        known = _locals(function)
        for call in ast.walk(function):
            if not isinstance(call, ast.Call) or _name(call) not in SENT:
                continue
            for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
                names = known.get(argument.id, ()) if isinstance(argument, ast.Name) else ()
                yield from (text for text in (*_texts(argument), *names) if _is_worded(text))


def _sentences(tree):
    """Yield the sentences inside of functions that no message function takes."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            calls = [one for one in ast.walk(function) if isinstance(one, ast.Call)]
            taken = {ast.unparse(a) for one in calls if _name(one) in SAYING for a in one.args}
            for statement in function.body:
                yield from _left_over(statement, taken)


def _left_over(node, taken):
    """Yield the sentences in a node, without docstrings, help texts and what is in ``taken``."""
    is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    is_formatted = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in taken
    is_help = isinstance(node, ast.keyword) and node.arg == "help"
    if is_docstring or is_formatted or is_help:
        return
    yield from (text for text in _texts(node) if SENTENCE.match(text))
    is_said = isinstance(node, ast.Call) and _name(node) in SAYING
    for part in node.keywords if is_said else ast.iter_child_nodes(node):
        yield from _left_over(part, taken)


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_no_message_bypasses_the_message_functions(path):
    """Neither a plain text nor an f-string is handed to an error, a finding or the terminal."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert list(_unformatted(tree)) == []
    if not path.relative_to(PACKAGE).as_posix().startswith(FORMATS):
        assert list(_sentences(tree)) == []


@pytest.mark.parametrize(
    "code",
    [
        "def f(a):\n raise DataInvalid(None, f'There is no {a}.', todo=tell('Add it.'))",
        "def f(a):\n raise DataInvalid(None, tell('No.'), todo='Add it now')",
        "def f(a):\n message = 'There is ' + a\n yield Finding(a, 'links', message, tell('Go.'))",
        "def f(a):\n click.echo(f'{a} pages built')",
        "def f(a):\n yield 1, f'The page {a} is missing.'",
    ],
)
def test_a_message_that_bypasses_them_is_found(code):
    """The test above fails for each way in which a message can leave them out."""
    tree = ast.parse(code)
    assert [*_unformatted(tree), *_sentences(tree)]


def test_numbers_agree_with_their_nouns():
    """One error is not 1 errors."""
    said = [tell_many("{count} error", "{count} errors", count) for count in (0, 1, 2)]
    assert said == ["0 errors", "1 error", "2 errors"]


def test_no_message_counts_things_with_tell():
    """A number before a plural needs `tell_many`, except after a word that says it is plural."""
    counted = re.compile(r"(?:^|[ :(,])\{(?:count|n|pages|errors|files|blocks)\} [a-z]+s\b")
    for path in FILES:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and _name(call) == "tell" and call.args:
                for text in _texts(call.args[0]):
                    assert not counted.search(text), (path.name, text)


def test_no_remedy_needs_a_makefile():
    """Projects made by mingbai new have none: a remedy names a command of mingbai."""
    made = re.compile(r"\bmake (?:site|serve|test|docs)\b")
    assert [path.name for path in FILES if made.search(path.read_text(encoding="utf-8"))] == []
