"""The built site made ready for a host, and brought there."""
