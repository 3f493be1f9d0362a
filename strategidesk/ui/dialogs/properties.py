"""What there is to say of the file: where it lies, how much it holds, when it was kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from strategidesk.desk.properties import Properties
from strategidesk.language import tr
from strategidesk.ui.dialogs.buttons import closing, column
from strategidesk.ui.overview.moments import date_words, whole_moment
from strategidesk.ui.parts import label
from strategidesk.ui.theme import faces
from strategidesk.ui.words import number_text

_WIDE = 420  # logical pixels of the words at the right


class PropertiesDialog(QDialog):
    """Rows to read, and to select and copy."""

    def __init__(self, parent: QWidget, facts: Properties, checked: int) -> None:
        """`checked`: when the file was last found whole, in microseconds UTC; 0: never."""
        super().__init__(parent)
        self.setWindowTitle(tr("Properties"))
        self.rows = _rows(facts, checked)
        layout = column(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for number, (name, said) in enumerate(self.rows):
            words = label(said, wrap=True)
            words.setMinimumWidth(_WIDE)
            words.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            words.setAccessibleName(f"{name}: {said}")
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(label(name, faces.ui(bold=True), "muted"), number, 0, top)
            grid.addWidget(words, number, 1, top)
        layout.addLayout(grid)
        layout.addStretch(1)
        layout.addWidget(closing(self))


def _rows(facts: Properties, checked: int) -> list[tuple[str, str]]:
    kept = int(facts.backup.timestamp() * 1e6) if facts.backup else 0
    return [
        (tr("Name"), facts.path.name),
        (tr("Folder"), _breakable(str(facts.path.parent))),
        (tr("Size"), _size(facts.size)),
        (tr("Begun"), date_words(facts.created) if facts.created else tr("Nothing is written yet")),
        (tr("Changes"), number_text(facts.changes)),
        (tr("Written by"), ", ".join(facts.authors) or tr("nobody")),
        (tr("Latest backup"), whole_moment(kept) if kept else tr("None on this computer yet")),
        (tr("Found whole"), whole_moment(checked) if checked else tr("Not checked yet")),
    ]


def _breakable(path: str) -> str:
    """A path that may be broken after each folder."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")


def _size(octets: int) -> str:
    if octets < 1_000_000:
        return tr("{n} kB", n=number_text(max(1, round(octets / 1000))))
    return tr("{n} MB", n=number_text(round(octets / 1_000_000, 1)))


def show_properties(parent: QWidget, facts: Properties, checked: int) -> None:
    """Show them."""
    dialog = PropertiesDialog(parent, facts, checked)
    dialog.exec()
    dialog.deleteLater()
