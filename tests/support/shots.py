"""Pictures of every page, in both themes and sizes: `python -m tests.support.shots OUT_DIR`.

Runs offscreen unless QT_QPA_PLATFORM says otherwise. A file and names may follow the folder:
`... OUT_DIR [FILE.json] [NAME ...]`. A name is that of a page ("plan", with all its views), of one
view ("plan-units"), of what opens over the pages ("export", "search", "tour", "banner"), "start" or
"empty", the strategy that has nothing.
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QWidget

    from strategidesk.ui.shell import Shell
    from tests.support.shown import Shown

AUTHOR = "Astrid Exempel"
SIZES = {"1440x900": (1440, 900, 1), "720x450": (720, 450, 1), "720x450@2x": (720, 450, 2)}
THEMES = ("light", "dark")
EMPTY = ("overview", "text", "areas", "plan", "indicators", "chain", "history")
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


def _asked(name: str, wanted: set[str]) -> bool:
    """Whether a picture is one of those that are wanted; all are where none is named."""
    return not wanted or any(name == one or name.startswith(f"{one}-") for one in wanted)


def _take(out: Path, folder: Path, data: Path | None, wanted: set[str]) -> None:
    from PySide6.QtGui import QFont, QFontDatabase

    from strategidesk.desk import files
    from strategidesk.paths import resource
    from strategidesk.ui.app import application
    from strategidesk.ui.shell import Shell
    from tests.support import windows

    app = application()
    if FACE in QFontDatabase.families():
        app.setFont(QFont(FACE, 10))
    source = data or resource("sample", "ekbacka.json")
    path, empty = folder / f"{source.stem}.strategi", folder / "tom.strategi"
    files.load(source, path, AUTHOR)
    files.new(empty, AUTHOR)
    shell = Shell(app, AUTHOR)
    shell.settings.toured = True
    if _asked("start", wanted) or {"start-first"} & wanted:
        _take_start(out, shell, path, wanted)
    for name, file in (("", path), ("empty-", empty)):
        if name and wanted and not any(one.startswith("empty") for one in wanted):
            continue
        windows.open_file(shell, file)
        _take_window(out, shell, name, wanted)
        shell.windows[-1].close()
    shell.quit()


def _take_start(out: Path, shell: "Shell", path: Path, wanted: set[str]) -> None:
    """The first time, and later."""
    from PySide6.QtWidgets import QApplication

    shell.settings.author = ""
    start = shell.show_start()
    while not start.page.templates:
        QApplication.processEvents()
    for theme in THEMES:
        shell.set_theme(theme)
        if _asked("start-first", wanted):
            _save(out, f"start-first-{theme}", start, start)
    shell.settings.author = shell.author
    library = path.with_name("Biblioteksplan.strategi")
    shell.settings.opened(library, "Biblioteksplan för Ekbacka kommun")
    shell.settings.opened(path, "Strategi för integration i Ekbacka kommun")
    start.page.show_recent()
    for theme in THEMES:
        shell.set_theme(theme)
        if _asked("start", wanted):
            _save(out, f"start-{theme}", start, start)


def _take_window(out: Path, shell: "Shell", prefix: str, wanted: set[str]) -> None:
    """Of an empty strategy its emptiest pages alone."""
    from tests.support.shown import of_window

    window = shell.windows[-1]
    sights: list[tuple[str, Shown]] = [
        (f"{prefix}{name}", shown)
        for name, shown in of_window(window)
        if _asked(f"{prefix}{name}", wanted) and (not prefix or name in EMPTY)
    ]
    for theme in THEMES:
        shell.set_theme(theme)
        for name, shown in sights:
            with shown() as part:
                _save(out, f"{name}-{theme}", window, part)


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


def _save(out: Path, name: str, window: "QMainWindow", part: "QWidget") -> None:
    """A part of a window, or all of it, in every size; a dialog has but one."""
    from PySide6.QtGui import QPixmap
    from PySide6.QtTest import QTest

    for size, (width, height, ratio) in SIZES.items():
        window.resize(width, height)
        QTest.qWait(20)
        settle_sizes(window)
        picture = QPixmap(part.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        part.render(picture)
        picture.save(str(out / f"{name}-{size}.png"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
