"""Translation of the report: drafts, checks against the Chinese, and the state of each block."""
