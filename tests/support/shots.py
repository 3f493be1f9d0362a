"""Pictures of every page, in both themes and sizes: `python -m tests.support.shots OUT_DIR`.

Runs offscreen unless QT_QPA_PLATFORM says otherwise. A file name and page keys may follow the
folder: `... OUT_DIR [FILE.json] [PAGE ...]`.
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIZES = {"1440x900": (1440, 900), "720x450": (720, 450)}
FACE = "Open Sans"
ROUNDS = 5  # of events without a change, until a window has come to rest


def main(arguments: list[str]) -> int:
    """Save the pictures; returns the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = Path(arguments[0])
    data = next((Path(a) for a in arguments[1:] if a.endswith(".json")), None)
    wanted = {a for a in arguments[1:] if not a.endswith(".json")}
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["STRATEGIDESK_CONFIG"] = folder
        os.environ["STRATEGIDESK_BACKUPS"] = folder
        _take(out, Path(folder), data, wanted)
    return 0


def _take(out: Path, folder: Path, data: Path | None, wanted: set[str]) -> None:
    from PySide6.QtGui import QFont, QFontDatabase

    from strategidesk.desk import files
    from strategidesk.paths import resource
    from strategidesk.ui.app import application
    from strategidesk.ui.shell import Shell

    app = application()
    if FACE in QFontDatabase.families():
        app.setFont(QFont(FACE, 10))
    source = data or resource("sample", "ekbacka.json")
    path = folder / f"{source.stem}.strategi"
    files.load(source, path, "Astrid Exempel")
    shell = Shell(app, "Astrid Exempel")
    shell.settings.author = ""
    start = shell.show_start()
    shell.settings.opened(folder / "Biblioteksplan.strategi", "Biblioteksplan för Ekbacka kommun")
    shell.settings.opened(path, "Strategi för integration i Ekbacka kommun")
    start.page.show_recent()
    while not start.page.templates:
        app.processEvents()
    if not wanted or "start" in wanted:
        _both(out, "start", start, shell)
    shell.settings.author = shell.author
    shell.open(path, start)
    while not shell.windows:
        app.processEvents()
    window = shell.windows[0]
    for group in window.book.groups:
        for place in group:
            if not wanted or place.key in wanted:
                window.turn_to(place.key)
                window.page.leave_for()
                _both(out, place.key, window, shell)
    shell.quit()


def settle_sizes(window: "QWidget") -> None:
    """Let a window's events be done until nothing in it has changed its place or size for some
    rounds."""
    from PySide6.QtWidgets import QApplication, QWidget

    before: list[object] = []
    still = 0
    while still < ROUNDS:
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        now: list[object] = [part.geometry() for part in window.findChildren(QWidget)]
        still = still + 1 if now == before else 0
        before = now


def _both(out: Path, name: str, window: object, shell: object) -> None:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QMainWindow

    from strategidesk.ui.shell import Shell

    assert isinstance(window, QMainWindow)
    assert isinstance(shell, Shell)
    for theme in ("light", "dark"):
        shell.set_theme(theme)
        for size, (width, height) in SIZES.items():
            window.resize(width, height)
            QTest.qWait(30)
            settle_sizes(window)
            window.grab().save(str(out / f"{name}-{theme}-{size}.png"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
