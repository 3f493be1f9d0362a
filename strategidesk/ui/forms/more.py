"""The rarer fields of a form, under a button that says how many of them are filled in."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.model.fields import to_json
from strategidesk.ui.flow import Flow
from strategidesk.ui.forms.grid import Grid
from strategidesk.ui.forms.row import Row
from strategidesk.ui.parts import button, label
from strategidesk.ui.theme import faces, signs


class More(QWidget):
    """Closed at first; stays as the user leaves it."""

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self._rows = rows
        self.button = button(tr("More fields"), "link", self._turn)
        self.count = label("", faces.ui(), "muted")
        self.button.setCheckable(True)
        self.grid = Grid(rows)
        self.grid.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Flow(self.button, self.count))
        layout.addWidget(self.grid)
        self.follow()

    def follow(self) -> None:
        """Say how many fields are filled in; one with a value that waits is brought to sight."""
        filled = sum(_is_filled(row) for row in self._rows)
        self.count.setText(tr("{n} filled in", n=filled) if filled else "")
        self.count.setVisible(bool(filled))
        self.button.setAccessibleDescription(self.count.text())
        if any(row.keeper.unsaved for row in self._rows):
            self.open()
        sign = "open_branch" if self.button.isChecked() else "closed_branch"
        signs.give(self.button, sign, "link")

    def holds(self, name: str) -> bool:
        """Whether a field stands here."""
        return any(row.field.name == name for row in self._rows)

    def open(self) -> None:
        """Show the fields."""
        self.button.setChecked(True)
        self.grid.show()

    def _turn(self) -> None:
        self.grid.setVisible(self.button.isChecked())
        self.follow()


def _is_filled(row: Row) -> bool:
    given = row.editor.value()
    return given not in ("", None, [], False) and given != to_json(row.field.default)
