"""The glossary: the report's set phrases and names, and how to find them in a text."""

from mingbai.glossary.anchors import anchors
from mingbai.glossary.english import EnglishIndex, EnglishMatch, match_english, says
from mingbai.glossary.match import ChineseIndex, Match, match
from mingbai.glossary.model import Explanation, Term, TermKind
from mingbai.glossary.store import read_glossary

__all__ = [
    "ChineseIndex",
    "EnglishIndex",
    "EnglishMatch",
    "Explanation",
    "Match",
    "Term",
    "TermKind",
    "anchors",
    "match",
    "match_english",
    "read_glossary",
    "says",
]
