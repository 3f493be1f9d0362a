"""A process that shows a window and ends when it is painted; it imports nothing else.

`python -m tests.benchmarks.first_paint program|bare`, and `... opened FILE`, which ends when the
file's first page is painted.
"""

import gc
import os
import sys
from typing import Any


def program() -> None:
    """The start page, shown as the program shows it."""
    gc.disable()  # as strategidesk.__main__ does
    from strategidesk import language
    from strategidesk.ui.app import application
    from strategidesk.ui.shell import Shell

    class Painted(Shell):
        def _warm_up(self) -> None:  # what the program does next, once the page is painted
            _end()

    language.use(language.of_environment(language.DEFAULT))
    app = application()
    shell = Painted(app)
    shell.show_start()
    app.exec()


def opened() -> None:
    """The program with a file named at its start."""
    gc.disable()
    from pathlib import Path

    from PySide6.QtCore import QTimer

    from strategidesk import language
    from strategidesk.ui.app import application
    from strategidesk.ui.shell import Shell

    class Usable(Shell):
        def take(self, opened: Any) -> Any:
            window = super().take(opened)
            QTimer.singleShot(0, self._painted)
            return window

        def _painted(self) -> None:
            app.processEvents()
            _end()

    language.use(language.of_environment(language.DEFAULT))
    app = application()
    shell = Usable(app)
    shell.show_start(Path(sys.argv[2]))
    app.exec()


def bare() -> None:
    """A window with a word in it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Label(QLabel):
        def paintEvent(self, event: Any) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, _end)

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(Label("Strategi"))
    window.resize(1440, 900)
    window.show()
    app.exec()


def _end() -> None:
    os._exit(0)


if __name__ == "__main__":
    {"program": program, "opened": opened, "bare": bare}[sys.argv[1]]()
