"""Lists which keys do what, menu by menu."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from strategidesk.language import tr
from strategidesk.ui.dialogs.buttons import closing, column
from strategidesk.ui.frame.menus import Offer
from strategidesk.ui.parts import label
from strategidesk.ui.theme import faces


class KeyboardDialog(QDialog):
    """A list to read and to search, under the menus' names."""

    def __init__(self, parent: QWidget, offers: Iterable[Offer]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard"))
        self.resize(560, 640)
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Search among the keys"))
        self.search.setPlaceholderText(tr("Search among the keys"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show_found)
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Keyboard"))
        self.list.setHeaderLabels([tr("Command"), tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._line = QSize(0, self.list.fontMetrics().lineSpacing() + 10)
        self._groups: dict[str, QTreeWidgetItem] = {}  # by the menu's name
        self._fill(offers)
        self._nothing = label(tr("No command or key has these words."), faces.ui(), "muted")
        self._nothing.hide()
        layout = column(self)
        for part in (self.search, self._nothing, self.list, closing(self)):
            layout.addWidget(part, int(part is self.list))
        self.search.setFocus()

    def _fill(self, offers: Iterable[Offer]) -> None:
        groups = self._groups
        for offer in offers:
            name = tr(offer.menu.label)
            if name not in groups:
                group = groups[name] = QTreeWidgetItem(self.list, [name])
                group.setFont(0, faces.ui(bold=True))
                group.setFlags(Qt.ItemFlag.ItemIsEnabled)
                group.setSizeHint(0, self._line)
            line = QTreeWidgetItem(groups[name], [offer.label.removesuffix(" …"), offer.keys])
            line.setSizeHint(0, self._line)
        self.list.expandAll()
        for first in self._lines()[:1]:
            self.list.setCurrentItem(first)

    def shown(self) -> list[tuple[str, str]]:
        """The commands in sight and their keys."""
        return [(one.text(0), one.text(1)) for one in self._lines() if not one.isHidden()]

    def _lines(self) -> list[QTreeWidgetItem]:
        return [line for group in self._groups.values() for line in _under(group)]

    def _show_found(self, words: str) -> None:
        sought = words.casefold().split()
        for name, group in self._groups.items():
            for line in _under(group):
                told = f"{line.text(0)} {line.text(1)} {name}".casefold()
                line.setHidden(not all(word in told for word in sought))
            group.setHidden(all(line.isHidden() for line in _under(group)))
        self._nothing.setVisible(not self.shown())


def _under(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (group.child(row) for row in range(group.childCount()))
    return [line for line in found if line is not None]


def show_keyboard(parent: QWidget, offers: Iterable[Offer]) -> None:
    """Show the list until it is closed."""
    dialog = KeyboardDialog(parent, offers)
    dialog.exec()
    dialog.deleteLater()
