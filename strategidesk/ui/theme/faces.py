"""Type: the program's words in the system's sans, the municipality's words in a serif."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

READING = ["Sitka Text", "Georgia", "Noto Serif"]
BASE = 10.0  # points
LEAST = 9.0


def ui(step: float = 0.0, bold: bool = False) -> QFont:
    """The system face, `step` points larger or smaller than the base."""
    font = QFont(QApplication.font())
    font.setPointSizeF(max(LEAST, font.pointSizeF() + step))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def small(bold: bool = False) -> QFont:
    return ui(-1.0, bold)


def section_title() -> QFont:
    return ui(1.25, bold=True)


def page_title() -> QFont:
    return ui(5.0, bold=True)


def reading(step: float = 0.0) -> QFont:
    """The reading face, for the text that goes into the document."""
    font = QFont()
    font.setFamilies(READING)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(ui().pointSizeF() + 1.5 + step)
    return font
