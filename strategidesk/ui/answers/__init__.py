"""The page on which answers that came back are looked through and taken in."""
