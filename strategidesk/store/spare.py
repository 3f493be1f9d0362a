"""Texts being typed, kept on this computer while their strategy file cannot be written.

One small file per text, by a key of hexadecimal digits; whole or not there.
"""

from contextlib import suppress
from pathlib import Path

from strategidesk.store.atomic import replacing
from strategidesk.store.local import local_folder
from strategidesk.store.troubles import explained

_ENDING = ".json"


def keep(path: Path, key: str, text: str) -> None:
    """Keep a text that belongs to a strategy file. Raises UserError where this fails too."""
    home = local_folder(path, "texts")
    with explained(home):
        home.mkdir(parents=True, exist_ok=True)
    with replacing(home / (key + _ENDING)) as work:
        work.write_text(text, encoding="utf-8")


def drop(path: Path, key: str) -> None:
    """Forget a text, where there is one."""
    with suppress(OSError):
        (local_folder(path, "texts") / (key + _ENDING)).unlink()


def texts(path: Path) -> list[str]:
    """The texts that are kept for a strategy file."""
    with explained(path):
        return [
            file.read_text(encoding="utf-8")
            for file in sorted(local_folder(path, "texts").glob("*" + _ENDING))
        ]
