"""The window's pages, and the table that says which nouns stand on which."""
