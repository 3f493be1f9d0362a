"""The program around its windows: what is open, what is remembered, how a file is opened."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

import strategidesk
from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.paths import resource
from strategidesk.ui import asking
from strategidesk.ui.crash import Watch
from strategidesk.ui.frame.banner import DANGER, INFO, WARN, Act, Banner
from strategidesk.ui.settings import Settings
from strategidesk.ui.start.warming import Warming
from strategidesk.ui.start.window import StartWindow
from strategidesk.ui.theme import active

if TYPE_CHECKING:
    from strategidesk.ui.dialogs.new_strategy import NewStrategy
    from strategidesk.ui.window import Window


class Shell(QObject):
    """Opens windows and knows them. The desk is imported when the first one has been painted."""

    def __init__(self, application: QApplication, author: str = "") -> None:
        super().__init__()
        self.application = application
        self.settings = Settings.load()
        self.author = author or self.settings.author or _guess()
        self.watch = Watch()
        self.windows: list[Window] = []
        self.start: StartWindow | None = None
        self._waiting: list[Path] = []
        self._templates: list[tuple[str, str]] = []
        self._warming: Warming | None = None
        active.use(application, self.settings.theme)
        application.styleHints().colorSchemeChanged.connect(lambda _scheme: self._dress())

    # the first window

    def show_start(self, path: Path | None = None) -> StartWindow:
        """Show the start page, and open a file as soon as the page is painted."""
        if path is not None:
            self._waiting.append(path)
        start = self.start
        if start is None:
            start = self.start = StartWindow(self)
            start.page.painted.connect(lambda: QTimer.singleShot(0, self._warm_up))
            start.page.show_templates(self._templates)
        if path is not None:
            start.status.ready(tr("Opening {name} …", name=path.name))
        start.show()
        return start

    def _warm_up(self) -> None:
        if self._warming is None:
            self._warming = Warming([one["path"] for one in self.settings.recent])
            self._warming.done.connect(self._warm)
            QThreadPool.globalInstance().start(self._warming.run)
        elif self._templates:
            self._open_waiting()

    def _warm(self, templates: list[tuple[str, str]], missing: list[str]) -> None:
        gc.enable()
        self._templates = templates
        if self.start is not None:
            if not self.start.page.templates:
                self.start.page.show_templates(templates)
            self.start.page.mark_missing(set(missing))
        self._open_waiting()

    def _open_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for path in waiting:
            self.open(path, self.start)

    # opening

    def open_named(self, path: str) -> None:
        """Open a file of the list."""
        self.open(Path(path), self.start)

    def open(self, path: Path, front: QMainWindow | None = None, reading: bool = False) -> None:
        """Open a file in a window of its own; what is in the way is told in the window in front."""
        from strategidesk.desk.desk import Desk
        from strategidesk.store.lock import FileIsOpen
        from strategidesk.store.troubles import Damaged
        from strategidesk.ui.window import Window

        for window in self.windows:
            if window.path == path:
                window.raise_()
                window.activateWindow()
                return
        banner = self._banner(front)
        try:
            desk = Desk.open(path, None if reading else self.author)
        except FileIsOpen as trouble:
            act = Act(tr("Open for reading"), lambda: self.open(path, front, reading=True))
            banner.tell(INFO, str(trouble), act)
            return
        except Damaged as trouble:
            act = Act(tr("Show backups …"), lambda: self.ask_backups(front, path))
            banner.tell(DANGER, str(trouble), act)
            return
        except UserError as trouble:
            banner.tell(WARN, str(trouble))
            return
        window = Window(self, desk)
        self.windows.append(window)
        self.settings.opened(path, desk.strategy.card.title)
        window.show()
        window.page.leave_for()
        if self.start is not None:
            self.start.close()

    def _banner(self, front: QMainWindow | None) -> Banner:
        for window in self.windows:
            if window is front:
                return window.banner
        return self.show_start().page.banner

    def ask_open(self, front: QMainWindow) -> None:
        """Let the user choose a file, and open it."""
        path = asking.strategy_to_open(front, self.settings)
        if path is not None:
            self.open(path, front)

    def ask_new(self, front: QMainWindow, template: str = "") -> None:
        """Let the user say what the new strategy is, make it and open it."""
        from strategidesk.desk import files
        from strategidesk.ui.dialogs.new_strategy import ask_new_strategy

        answer = ask_new_strategy(front, self.settings, files.templates(), template)
        if answer is None:
            return
        try:
            files.new(
                answer.path, self.author, answer.template, answer.title, answer.municipality or None
            )
            self._number(answer)
        except UserError as trouble:
            self._banner(front).tell(WARN, str(trouble))
            return
        self.open(answer.path, front)

    def _number(self, answer: "NewStrategy") -> None:
        from strategidesk.desk.commands import SetFields
        from strategidesk.desk.desk import Desk

        if answer.reference_number:
            values = {"reference_number": answer.reference_number}
            with Desk.open(answer.path, self.author) as desk:
                desk.run(SetFields(desk.strategy.card.id, values))

    def try_sample(self, front: QMainWindow) -> None:
        """Make a copy of the sample where the user wants it, and open that."""
        from strategidesk.desk import files

        name = tr("Sample strategy") + asking.ENDING
        title = tr("Where is the sample to lie?")
        path = asking.new_file(front, self.settings, "new", title, name, asking.ENDING)
        if path is None:
            return
        try:
            files.load(resource("sample", "ekbacka.json"), path, self.author)
        except UserError as trouble:
            self._banner(front).tell(WARN, str(trouble))
            return
        self.open(path, front)

    def ask_backups(self, front: QMainWindow | None, path: Path) -> None:
        """Show a file's backups; the one that is chosen takes the file's place."""
        from strategidesk.desk import backups
        from strategidesk.ui.dialogs.backups import ask_backup

        front = front or self.show_start()
        name = ask_backup(front, path)
        if name is None:
            return
        for window in [window for window in self.windows if window.path == path]:
            self.show_start()
            if not window.close():
                return
            front = self.start
        try:
            backups.restore(path, name, self.author)
        except UserError as trouble:
            self._banner(front).tell(WARN, str(trouble))
            return
        self.open(path, front)

    # what concerns all windows

    def name_author(self, name: str) -> None:
        """The user has said their name."""
        self.author = self.settings.author = name
        self.settings.save()

    def set_theme(self, choice: str) -> None:
        """`system`, `light` or `dark`, from now on."""
        self.settings.theme = choice
        self.settings.save()
        self._dress()

    def _dress(self) -> None:
        active.use(self.application, self.settings.theme)
        for window in self.windows:
            window.redress()
        if self.start is not None:
            self.start.redress()

    def closed(self, window: QMainWindow) -> None:
        """A window is closing. When the last strategy is closed, the start page is back."""
        if window is self.start:
            self.start = None
            window.deleteLater()
            return
        self.windows = [one for one in self.windows if one is not window]
        self.settings.save()
        if not self.windows and self.start is None:
            self.show_start()

    def quit(self) -> None:
        """Close everything; a window that cannot save stays."""
        start = self.show_start() if self.windows else self.start
        for window in list(self.windows):
            if not window.close():
                break
        if start is not None:
            start.close()

    def copy_report(self) -> None:
        """Put the latest error report on the clipboard."""
        QGuiApplication.clipboard().setText(self.watch.last or tr("No error has been seen."))

    def about(self, front: QMainWindow) -> None:
        """Which version this is."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(front)
        box.setWindowTitle(tr("About StrategiDesk"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("StrategiDesk {version}", version=strategidesk.__version__))
        box.setInformativeText(tr("Draft, decide and follow up a municipal strategy."))
        box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        box.deleteLater()


def _guess() -> str:
    from strategidesk.ui import person

    return person.guess()
