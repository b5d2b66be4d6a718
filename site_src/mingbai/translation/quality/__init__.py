"""The rules for English translations of the report, one file for each rule or family.

`check_block` runs before a draft is saved; `check_edition` checks all pages.
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
