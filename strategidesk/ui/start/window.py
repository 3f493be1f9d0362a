"""The window that stands open while no strategy is."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from strategidesk.language import tr
from strategidesk.ui.frame import commands, deeds
from strategidesk.ui.frame.menus import Menus
from strategidesk.ui.frame.status import Status
from strategidesk.ui.parts import fit_screen
from strategidesk.ui.start.page import StartPage

if TYPE_CHECKING:
    from strategidesk.ui.shell import Shell

ENDING = ".strategi"


class StartWindow(QMainWindow):
    """The start page with its menus; takes files that are dropped on it."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__()
        self._shell = shell
        self.page = StartPage(shell.settings, shell.author)
        self.status = Status()
        self.setCentralWidget(self.page)
        self.setStatusBar(self.status)
        self.setWindowTitle("StrategiDesk")
        fit_screen(self)
        self.setAcceptDrops(True)
        self.status.ready(tr("Ready. A .strategi file can be dropped here."))
        fillers = {"recent": partial(deeds.recent, shell)}
        shown = commands.only((*self.known(), "recent"))
        self.menus = Menus(self.menuBar(), shown, self, fillers)
        self.page.new.connect(lambda template: shell.ask_new(self, template))
        self.page.browse.connect(lambda: shell.ask_open(self))
        self.page.sample.connect(lambda: shell.try_sample(self))
        self.page.opened.connect(shell.open_named)
        self.page.forgotten.connect(self._forget)
        self.page.named.connect(shell.name_author)
        self.page.new_button.setFocus()

    @property
    def read_only(self) -> bool:
        """No strategy is open: nothing is read only."""
        return False

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What can be done while no strategy is open, by command key."""
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
        self.page.banner.redress()
        self.status.redress()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for path in _files(event):
            self._shell.open(path, self)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._shell.closed(self)
        event.accept()


def _files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() == ENDING]
