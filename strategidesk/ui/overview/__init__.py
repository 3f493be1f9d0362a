"""Where the strategy stands and what is next."""
