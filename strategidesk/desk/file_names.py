"""Names of files that every system takes."""

FORBIDDEN = '\\/:*?"<>|'
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{n}{d}" for n in ("com", "lpt") for d in range(1, 10)}


def safe_name(text: str, most: int = 100) -> str:
    """A text as the name of a file, without an ending; at most so many bytes, perhaps none.

    Windows refuses some signs, dots and blanks at the end, and the names of its old devices.
    """
    kept = (" " if c in FORBIDDEN or not c.isprintable() else c for c in text)
    words = " ".join("".join(kept).split()).encode()[:most]
    name = words.decode(errors="ignore").strip(" .")
    return f"{name}_" if name.split(".")[0].strip().casefold() in _RESERVED else name
