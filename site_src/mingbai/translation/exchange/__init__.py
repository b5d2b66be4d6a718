"""Exports texts to translators' tools, and imports their translations.

Source: docs/reference/exchange.md.
"""

from mingbai.translation.exchange.importing import Outcome, Refused, import_units
from mingbai.translation.exchange.model import Incoming, Unit
from mingbai.translation.exchange.po import read_po, write_po
from mingbai.translation.exchange.tbx import write_tbx
from mingbai.translation.exchange.terms_csv import write_terms_csv
from mingbai.translation.exchange.tmx import read_tmx, write_tmx
from mingbai.translation.exchange.units import units
from mingbai.translation.exchange.xliff import read_xliff, write_xliff

__all__ = [
    "GLOSSARY_WRITERS",
    "READERS",
    "WRITERS",
    "Incoming",
    "Outcome",
    "Refused",
    "Unit",
    "import_units",
    "units",
]

WRITERS = {"po": write_po, "xliff": write_xliff, "tmx": write_tmx}
"""By format; each takes units and returns the file's text."""

GLOSSARY_WRITERS = {"csv": write_terms_csv, "tbx": write_tbx}
"""By format; each takes terms and returns the file's text."""

READERS = {".po": read_po, ".xlf": read_xliff, ".xliff": read_xliff, ".tmx": read_tmx}
"""By suffix; each takes the file's bytes, and its path for errors."""
