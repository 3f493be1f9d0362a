"""The window that stands open while no strategy is."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

import strategidesk
from strategidesk.language import active, mark, tr
from strategidesk.ui.dropping import Dropping
from strategidesk.ui.frame import reading_order
from strategidesk.ui.frame.status import Status
from strategidesk.ui.parts import fit_screen, label
from strategidesk.ui.theme import faces

if TYPE_CHECKING:
    from strategidesk.ui.frame.menus import Menus
    from strategidesk.ui.shell import Shell
    from strategidesk.ui.start.page import StartPage


_LANGUAGES = {"sv": mark("Swedish"), "en": mark("English")}


class StartWindow(QMainWindow):
    """The start page with its menus, or the name of the file that is being opened; takes files
    that are dropped on it. `painted` comes once, when the page has been painted."""

    painted = Signal()

    def __init__(self, shell: "Shell") -> None:
        super().__init__()
        self._shell = shell
        self._page: StartPage | None = None
        self._menus: Menus | None = None
        self.status = Status()
        self.setStatusBar(self.status)
        self.setWindowTitle("StrategiDesk")
        fit_screen(self)
        Dropping(self, shell)

    @property
    def page(self) -> "StartPage":
        """The start page, which is made when it is asked for."""
        self.fill()
        assert self._page is not None
        return self._page

    def show_opening(self, name: str) -> None:
        """Say which file is being opened, where the page has not been made."""
        if self._page is None:
            words = label(tr("Opening {name} …", name=name), faces.section_title(), "muted")
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.setCentralWidget(words)

    def fill(self) -> None:
        """Show the page, made where it is not there yet."""
        if self._page is not None:
            return
        from strategidesk.ui.start.page import StartPage

        shell = self._shell
        page = self._page = StartPage(shell.settings, shell.author)
        page.painted.connect(self.painted)
        page.new.connect(lambda template: shell.ask_new(self, template))
        page.browse.connect(lambda: shell.ask_open(self))
        page.sample.connect(lambda: shell.try_sample(self))
        page.tour.connect(lambda: shell.tour(self))
        page.restore.connect(lambda: shell.ask_backups(self))
        page.opened.connect(shell.open_named)
        page.forgotten.connect(self._forget)
        page.named.connect(shell.name_author)
        page.show_templates(shell.templates)
        for title in (tr("File"), tr("View"), tr("Tools"), tr("Help")):
            self.menuBar().addMenu(title)
        page.painted.connect(lambda: QTimer.singleShot(0, lambda: self.menus))
        self.setCentralWidget(page)
        self.status.ready(tr("Ready. A .strategi file can be dropped here."))
        version = tr("Version {number}", number=strategidesk.__version__)
        self.status.show_facts(version, tr(_LANGUAGES.get(active(), active())))
        page.new_button.setFocus()

    @property
    def menus(self) -> "Menus":
        """The menus. They are made when the page has been painted; until then their titles stand
        there."""
        if self._menus is None:
            from strategidesk.ui.frame import commands, deeds
            from strategidesk.ui.frame.menus import Menus

            self.menuBar().clear()
            fillers = {"recent": partial(deeds.recent, self._shell)}
            shown = commands.only((*self.known(), "recent"))
            self._menus = Menus(self.menuBar(), shown, self, fillers)
        return self._menus

    @property
    def read_only(self) -> bool:
        """No strategy is open: nothing is read only."""
        return False

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What can be done while no strategy is open, by command key."""
        from strategidesk.ui.frame import deeds

        return deeds.of_shell(self._shell, self)

    def known(self) -> set[str]:
        """The keys of what can be done."""
        return set(self.deeds())

    def checked(self) -> set[str]:
        """The keys of what is on."""
        return {f"theme_{self._shell.settings.theme}"}

    def labels(self) -> dict[str, str]:
        """Nothing has words of its own."""
        return {}

    def steps(self) -> dict[str, str]:
        """Nothing can be undone."""
        return {}

    def _forget(self, path: str) -> None:
        self._shell.settings.forget(path)
        self.page.show_recent()

    def redress(self) -> None:
        """Follow the theme."""
        if self._page is not None:
            self._page.banner.redress()
        self.status.redress()

    def focusNextPrevChild(self, next: bool) -> bool:
        return reading_order.step(self, 1 if next else -1) or super().focusNextPrevChild(next)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._shell.closed(self)
        event.accept()
