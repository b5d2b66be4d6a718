"""Compares an editor's statements about the report with the paragraphs that prove them.

`context` gives each number the words for its thing, so that a number counts as wrong if the
paragraph has it for another thing; `unsupported` compares value, unit, bound, direction, scope and
period. Both texts are in one language. Source: docs/reference/checks.md, "Claims".
"""

from mingbai.translation.statements.context import InText, in_text
from mingbai.translation.statements.proof import Proof, Wrong, unsupported
from mingbai.translation.statements.words import stems

__all__ = ["InText", "Proof", "Wrong", "in_text", "stems", "unsupported"]
