"""Lets ``python -m mingbai`` be the command."""

from mingbai.cli import main

main()
