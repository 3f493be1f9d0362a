"""Rounds in the window: asked for in a dialog, sent as workbooks, with mails to copy."""
