"""Forms that are made from the nouns' declarations."""
