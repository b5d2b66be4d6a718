"""The grammar of English figures; its entry point is `find.find_en`."""
