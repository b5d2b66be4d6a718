"""Packs the built site and publishes it to a host."""
