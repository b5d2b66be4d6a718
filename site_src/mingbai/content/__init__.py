"""The pages editors write, in both languages: front matter, blocks, their ids, their pairing."""
