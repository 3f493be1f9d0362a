"""A glance at strategy files that are not open."""

from pathlib import Path

from strategidesk.desk.desk import tables_of
from strategidesk.model.schema import STANDARD
from strategidesk.store.glance import Glance
from strategidesk.store.glance import glance as look

__all__ = ["Glance", "glance"]


def glance(path: Path) -> Glance:
    """Look at a file. What cannot be read is left out: opening the file tells why."""
    return look(path, tables_of(STANDARD))
