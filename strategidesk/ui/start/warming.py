"""Imports what the start page does without, while the user looks at it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal


class Warming(QObject):
    """`done` carries the templates (name, title) and which recent files are missing."""

    done = Signal(list, list)

    def __init__(self, recent: list[str]) -> None:
        super().__init__()
        self._recent = recent

    def run(self) -> None:
        """On a worker thread."""
        from strategidesk.desk import files

        templates = [(one.name, one.title) for one in files.templates()]
        missing = [path for path in self._recent if not Path(path).exists()]
        self.done.emit(templates, missing)
