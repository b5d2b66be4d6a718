"""What an editor says of the report, held against the paragraphs that are to prove it.

Each number of a text is given the words of its thing (`context`), so that a number can be found in
the wrong place although it stands in the paragraph; `held` compares value, unit, bound, direction,
scope and period. Both texts are in one language. Source: docs/reference/checks.md, "Claims".
"""

from mingbai.translation.statements.context import InText, in_text
from mingbai.translation.statements.held import Proof, Wrong, held
from mingbai.translation.statements.words import stems

__all__ = ["InText", "Proof", "Wrong", "held", "in_text", "stems"]
