"""The window that stands open while no strategy is."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from strategidesk.language import tr
from strategidesk.ui.frame.menus import add, add_help, add_recent, add_themes
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
        self._menus()
        self.page.new.connect(lambda template: shell.ask_new(self, template))
        self.page.browse.connect(lambda: shell.ask_open(self))
        self.page.sample.connect(lambda: shell.try_sample(self))
        self.page.opened.connect(shell.open_named)
        self.page.forgotten.connect(self._forget)
        self.page.named.connect(shell.name_author)
        self.page.new_button.setFocus()

    def _menus(self) -> None:
        shell = self._shell
        menu = self.menuBar().addMenu(tr("&File"))
        add(menu, tr("&New strategy …"), lambda: shell.ask_new(self), "Ctrl+N")
        add(menu, tr("&Open …"), lambda: shell.ask_open(self), "Ctrl+O")
        add_recent(menu, shell)
        menu.addSeparator()
        add(menu, tr("E&xit"), shell.quit, "Alt+F4")
        add_themes(self.menuBar().addMenu(tr("&View")), shell)
        add_help(self, shell)

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
