"""Says which version of the program this is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

import strategidesk
from strategidesk.language import tr


def tell_about(parent: QWidget) -> None:
    """Show it until it is closed."""
    box = QMessageBox(parent)
    box.setWindowTitle(tr("About StrategiDesk"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("StrategiDesk {version}", version=strategidesk.__version__))
    box.setInformativeText(tr("Draft, decide and follow up a municipal strategy."))
    box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    box.deleteLater()
