"""Charts of real parts, each with its words."""
