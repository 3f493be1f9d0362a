"""Papers for the boards: their list, their form, and how they will read."""
