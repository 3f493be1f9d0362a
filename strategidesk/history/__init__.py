"""The truth: a grow-only set of revisions, what it means, and the model tables made from it."""
