"""Texts as they are compared where people have typed them anew."""

import unicodedata


def folded(text: str) -> str:
    """Without capitals and with single blanks; ligatures and letters in parts put together."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.casefold().split())
