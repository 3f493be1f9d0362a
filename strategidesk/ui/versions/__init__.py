"""The versions of a strategy in the window: their list, comparing two of them, adopting."""
