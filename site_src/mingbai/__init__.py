"""Mingbai 明白: turns a Chinese government work report into a bilingual public explainer."""

__version__ = "0.1.0"
