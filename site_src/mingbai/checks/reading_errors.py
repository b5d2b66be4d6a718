"""The errors in files that could not be read, by the rule that reports them."""

from collections.abc import Callable, Iterator

from mingbai.checks.model import Rule, Tree
from mingbai.errors import Location, MingbaiError, ProofMissing
from mingbai.finding import Finding


def _is_proof(error: MingbaiError) -> bool:
    return isinstance(error, ProofMissing)


def _is_other(error: MingbaiError) -> bool:
    return not _is_proof(error)


def _those(is_wanted: Callable[[MingbaiError], bool], id_: str) -> Rule:
    def find(tree: Tree) -> Iterator[Finding]:
        for error in tree.errors:
            if is_wanted(error):
                place = error.location or Location(tree.project.report)
                yield Finding(place, id_, error.message, error.todo)

    return Rule(id_, find)


FIGURE_PROOF = _those(_is_proof, "figure-proof")
"""Each figure's quote is in the report, and its number in the quote."""
SCHEMA = _those(_is_other, "schema")
"""Front matter and data files have the fields they should have."""
