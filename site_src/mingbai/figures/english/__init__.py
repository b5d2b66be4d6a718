"""The grammar of figures in English; `find` is the way in."""
