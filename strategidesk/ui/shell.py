"""The program around its windows: what is open, what is remembered, how a file is opened."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from strategidesk.language import tr
from strategidesk.ui import access, sweeping
from strategidesk.ui.crash import Watch
from strategidesk.ui.frame import keys
from strategidesk.ui.settings import Settings
from strategidesk.ui.start.window import StartWindow
from strategidesk.ui.theme import active, faces

if TYPE_CHECKING:
    from strategidesk.ui.frame.banner import Banner
    from strategidesk.ui.frame.status import Status
    from strategidesk.ui.start.looking import Looking
    from strategidesk.ui.start.opening import Opened, Openings
    from strategidesk.ui.start.warming import Warming
    from strategidesk.ui.window import Window

    Then = Callable[[Window], object]


class Shell(QObject):
    """Opens windows and knows them. The desk is imported when the first one has been painted."""

    def __init__(self, application: QApplication, author: str = "") -> None:
        super().__init__()
        access.install()
        self.application = application
        self.settings = Settings.load()
        self.author = author or self.settings.author or _guess()
        self.watch = Watch(self._keep_texts)
        self.windows: list[Window] = []
        self.start: StartWindow | None = None
        self.templates: list[tuple[str, str, str]] = []
        self._openings: Openings | None = None
        self._warming: Warming | None = None
        self._looking: Looking | None = None
        self._settled = False
        faces.choose(self.settings.face)
        keys.CHOICE.choose(self.settings.keys)
        keys.CHOICE.changed.connect(self._give_keys)
        keys.CHOICE.differing.connect(self._ask_keys)
        active.use(application, self.settings.theme)
        active.follow(application, self._dress)

    # the first window

    def show_start(self, path: Path | None = None) -> StartWindow:
        """Show the start page; with a file, say that it is being opened, and open it."""
        start = self.start
        if start is None:
            start = self.start = StartWindow(self)
            start.painted.connect(lambda: QTimer.singleShot(0, self._warm_up))
        if path is None:
            start.fill()
        else:
            start.show_opening(path.name)
            self.open(path, start)
        start.show()
        return start

    def _warm_up(self) -> None:
        from strategidesk.ui.start.warming import Warming

        if self._warming is None:
            self._warming = Warming()
            self._warming.done.connect(self._warmed)
            QThreadPool.globalInstance().start(self._warming.run)
        elif self.templates:
            self._look()

    def _warmed(self, templates: list[tuple[str, str, str]]) -> None:
        self._settle()
        self.templates = templates
        if self.start is not None:
            self.start.page.show_templates(templates)
        self._look()

    def templates_changed(self) -> None:
        """The user has saved a template: offer what there is now."""
        from strategidesk.ui.start.warming import offered

        self.templates = offered()
        if self.start is not None:
            self.start.page.renew_templates(self.templates)

    def _look(self) -> None:
        """See what has become of the files opened last."""
        from strategidesk.ui.start.looking import Looking

        if self.start is not None and self.settings.recent:
            self._looking = Looking(self.settings.recent)
            self._looking.seen.connect(self.start.page.show_seen)
            self._looking.start()

    def _settle(self) -> None:
        """What is kept for as long as the program runs is made: Python begins to look for rubbish,
        and never among that."""
        if not self._settled and not sweeping.begun():
            sweeping.begin()
        self._settled = True

    # opening

    @property
    def openings(self) -> "Openings":
        """The files that are being opened."""
        if self._openings is None:
            from strategidesk.ui.start.opening import Openings

            self._openings = Openings(self)
        return self._openings

    def open_named(self, path: str) -> None:
        """Open a file of the list."""
        self.open(Path(path), self.start)

    def open(
        self,
        path: Path,
        front: QMainWindow | None = None,
        reading: bool = False,
        make: Callable[[], object] | None = None,
        then: "Then | None" = None,
    ) -> None:
        """Open a file in a window of its own, on a worker thread; returns at once.

        What is in the way is told in the window in front. `make` puts the file there first, on the
        worker's thread; `then` is called with the window.
        """
        for window in self.windows:
            if window.path == path:
                window.raise_()
                window.activateWindow()
                return
        self.openings.start(path, front, reading, make, then)

    def take(self, opened: "Opened") -> "Window":
        """Show an open file in its window."""
        from strategidesk.ui.window import Window

        window = Window(self, opened.desk, opened.restored)
        self.windows.append(window)
        self.settings.opened(window.path, opened.desk.strategy.card.title)
        window.show()
        window.page.leave_for()
        if self.start is not None:
            self.start.close()
        self._settle()
        return window

    def _front(self, front: QMainWindow | None) -> "StartWindow | Window":
        return next((one for one in self.windows if one is front), None) or self.show_start()

    def banner(self, front: QMainWindow | None) -> "Banner":
        """Where something is told to who is at this window; at the start page where it is gone."""
        found = self._front(front)
        return found.page.banner if isinstance(found, StartWindow) else found.banner

    def status(self, front: QMainWindow | None) -> "Status | None":
        """Where it is shown how far work has come; None where no window is open."""
        found = next((one for one in self.windows if one is front), None) or self.start
        return found.status if found is not None else None

    # ways to begin: each asks in front of a window

    def ask_open(self, front: QMainWindow) -> None:
        """Let the user choose a file, and open it."""
        from strategidesk.ui.start import beginning

        beginning.ask_open(self, front)

    def ask_new(self, front: QMainWindow, template: str = "") -> None:
        """Let the user say what the new strategy is, make it and open it."""
        from strategidesk.ui.start import beginning

        beginning.ask_new(self, front, template)

    def try_sample(self, front: QMainWindow) -> None:
        """Make a copy of the sample where the user wants it, and open that."""
        from strategidesk.ui.start import beginning

        beginning.try_sample(self, front)

    def ask_backups(self, front: QMainWindow | None, path: Path | None = None) -> None:
        """Show a file's backups, of one that the user chooses where none is named; the backup that
        is chosen takes the file's place."""
        from strategidesk.ui.start import beginning

        beginning.ask_backups(self, front or self.show_start(), path)

    def take_dropped(self, paths: list[Path], front: QMainWindow) -> None:
        """Open what was dropped on a window, or say why that is not possible."""
        from strategidesk.ui.start import beginning

        beginning.take_dropped(self, paths, front)

    def tour(self, front: QMainWindow) -> None:
        """Show round in the strategy in front; from the start page, in the sample."""
        from strategidesk.ui.start import beginning

        beginning.tour(self, front)

    # what concerns all windows

    def name_author(self, name: str, role: str = "", unit: str = "") -> None:
        """The user has said who they are; files that are opened from now on carry the name."""
        self.author = self.settings.author = name
        self.settings.role, self.settings.unit = role, unit
        self.settings.save()
        for window in self.windows:
            window.work.set_unit(unit)

    def ask_settings(self, front: QMainWindow) -> None:
        """Let the user change the settings, which hold at once."""
        from strategidesk.ui.dialogs.settings import ask_settings

        answer = ask_settings(front, self.settings, self.author)
        if answer is not None:
            self.settings.face = answer.face
            self.settings.language = answer.language
            self.name_author(answer.name, answer.role, answer.unit)
            self.set_keys(answer.keys)
            faces.choose(answer.face)
            self.set_theme(answer.theme)

    def set_keys(self, choice: str) -> None:
        """The usual keys, or those of the Swedish Word, from now on."""
        self.settings.keys, self.settings.keys_asked = choice, True
        self.settings.save()
        keys.CHOICE.choose(choice)

    def _give_keys(self) -> None:
        for window in self.windows:
            window.menus.give_keys()
            window.menus.refresh()

    def _ask_keys(self, text: QWidget) -> None:
        from strategidesk.ui.frame import key_question

        key_question.ask(self, text)

    def set_theme(self, choice: str) -> None:
        """`system`, `light` or `dark`, from now on."""
        self.settings.theme = choice
        self.settings.save()
        self._dress()

    def _dress(self) -> None:
        active.use(self.application, self.settings.theme)
        faces.spread()
        for window in self.windows:
            window.redress()
        if self.start is not None:
            self.start.redress()

    def _keep_texts(self) -> bool:
        """Keep what is being typed in every window; False where some of it lies on no disk."""
        kept = [window.saving.keep() for window in self.windows]
        return all(kept)

    def closed(self, window: QMainWindow) -> None:
        """A window is closing. When the last strategy is closed, the start page is back."""
        if window is self.start:
            self.start = None
            window.deleteLater()
            if not self.windows:
                self.give_up()
            return
        self.windows = [one for one in self.windows if one is not window]
        self.settings.save()
        if not self.windows and self.start is None:
            self.show_start()

    def give_up(self) -> None:
        """Stop opening files; returns when none is held."""
        if self._openings is not None:
            self._openings.give_up()

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

    def show_manual(self, front: QMainWindow) -> None:
        """Open the manual at the page in front."""
        from strategidesk.ui.dialogs.manual import START, heading_of, show_manual

        found = self._front(front)
        if isinstance(found, StartWindow):
            show_manual(found, START)
        else:
            show_manual(found, heading_of(found.page.place.label))

    def show_keyboard(self, front: QMainWindow) -> None:
        """Which keys do what in this window."""
        from strategidesk.ui.dialogs.keyboard import show_keyboard

        show_keyboard(front, self._front(front).menus.keyed())

    def about(self, front: QMainWindow) -> None:
        """Which version this is."""
        from strategidesk.ui.dialogs.about import tell_about

        tell_about(front)


def _guess() -> str:
    from strategidesk.ui import person

    return person.guess()
