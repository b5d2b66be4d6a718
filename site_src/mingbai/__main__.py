"""Run the command line with ``python -m mingbai``."""

from mingbai.cli import main

main()
