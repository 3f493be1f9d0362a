"""A row of buttons of which one is chosen."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QPushButton, QWidget

from strategidesk.ui.flow import Rows


class Segments(QWidget):
    """`chosen` carries the key of the button that the user pressed."""

    chosen = Signal(str)

    def __init__(self, name: str, flowing: bool = False) -> None:
        """`flowing`: they go on in a new row where there is no room."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._row: QLayout = Rows(self, gap=0) if flowing else QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def show_choices(self, choices: Iterable[tuple[str, str]], chosen: str) -> None:
        """Show these, each with its key and words; buttons that stay keep the focus."""
        wanted = dict(choices)
        for key in [key for key in self._buttons if key not in wanted]:
            gone = self._buttons.pop(key)
            self._group.removeButton(gone)
            gone.hide()
            gone.deleteLater()
        for key, words in wanted.items():
            if key not in self._buttons:
                self._add(key)
            self._buttons[key].setText(words)
        self.choose(chosen)

    def choose(self, key: str) -> None:
        """Check another button, the first where there is none of that key; without `chosen`."""
        self._buttons[key if key in self._buttons else next(iter(self._buttons))].setChecked(True)

    def _add(self, key: str) -> None:
        made = QPushButton()
        made.setProperty("look", "segment")
        made.setProperty("first", not self._buttons)  # the others cover their neighbour's edge
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.clicked.connect(lambda _checked: self.chosen.emit(key))
        self._group.addButton(made)
        self._buttons[key] = made
        self._row.addWidget(made)

    @property
    def key(self) -> str:
        """The key of the one that is chosen."""
        return next(key for key, one in self._buttons.items() if one.isChecked())

    @property
    def buttons(self) -> dict[str, QPushButton]:
        """The buttons by key."""
        return self._buttons
