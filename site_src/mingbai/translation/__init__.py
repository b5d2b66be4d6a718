"""English that can be trusted: drafted, held against its Chinese, marked with its state."""
