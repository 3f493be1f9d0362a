"""The nouns of a strategy, each declared once as a frozen dataclass."""
