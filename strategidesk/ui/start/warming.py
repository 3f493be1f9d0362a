"""Imports what the start page does without, while the user looks at it."""

from PySide6.QtCore import QObject, Signal


class Warming(QObject):
    """`done` carries the templates: name, title and number of sections."""

    done = Signal(list)

    def run(self) -> None:
        """On a worker thread."""
        from strategidesk.desk import files

        self.done.emit([(one.name, one.title, one.sections) for one in files.templates()])
