"""Rounds: asked of the units, sent as workbooks, and what the group answers to proposals."""
