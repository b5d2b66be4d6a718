"""Reads a report from a file of any format; one file a format."""
