"""How rules read texts: the editors' words and statements, marks of links, parts of the report."""
