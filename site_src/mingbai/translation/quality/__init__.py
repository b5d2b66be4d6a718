"""The rules that English has to hold to: a file a rule or a family of them.

`check_block` is asked before a draft is saved, `check_edition` for all that stands in the pages.
Source: docs/reference/translation.md, "Rules".
"""

from mingbai.translation.quality.edition import check_edition
from mingbai.translation.quality.model import BlockRule, Fault
from mingbai.translation.quality.rules import RULES, check_block

__all__ = [
    "RULES",
    "BlockRule",
    "Fault",
    "check_block",
    "check_edition",
]
