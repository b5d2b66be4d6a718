"""Draft the English of the report's pages, like ``mingbai translate``.

Usage: python scripts/translate.py [PAGES] [--engine E] [--only stale|missing] [--dry-run]
"""

from mingbai.cli.translate import translate

if __name__ == "__main__":
    translate()
