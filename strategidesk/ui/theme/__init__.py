"""Colours, faces and signs: everything the window looks like, from one table of tokens."""
