"""Results and files that outlast a build: each can be deleted at any time."""
