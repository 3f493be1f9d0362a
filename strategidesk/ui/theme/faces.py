"""Type: the program's words in the system's sans, the municipality's words in a serif."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

SERIF, WORD, PROGRAM = "serif", "word", "program"  # faces of the writing
READING = {  # families of each; none: the program's own
    SERIF: ("Sitka Text", "Georgia", "Noto Serif"),
    WORD: ("Arial", "Liberation Sans"),  # as in resources/word/strategi.docx
    PROGRAM: (),
}
_WRITING = "writing"  # property of a widget that follows the choice
BASE = 10.0  # points
LEAST = 9.0


def ui(step: float = 0.0, bold: bool = False) -> QFont:
    """The system face, `step` points larger or smaller than the base."""
    font = QFont(QApplication.font())
    font.setPointSizeF(max(LEAST, font.pointSizeF() + step))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def grown(pixels: float) -> int:
    """How many pixels a measure takes that is so many at the usual text size: what holds words is
    as much larger as they are."""
    return round(pixels * max(1.0, QApplication.font().pointSizeF() / BASE))


def small(bold: bool = False) -> QFont:
    return ui(-1.0, bold)


def section_title() -> QFont:
    return ui(1.25, bold=True)


def page_title() -> QFont:
    return ui(5.0, bold=True)


class _Chosen:
    """One per process, as the application is."""

    face = SERIF


def choose(face: str) -> None:
    """Use a face for the writing from now on, in what is shown already too."""
    if face in READING:
        _Chosen.face = face
        spread()


def spread() -> None:
    """Give what is shown the face in use; a new stylesheet takes the first one back."""
    for widget in QApplication.allWidgets():
        step = widget.property(_WRITING)
        if step is not None:
            widget.setFont(reading(step))


def give_reading(widget: QWidget, step: float = 0.0) -> None:
    """Have a widget show the municipality's words: it follows the choice of face."""
    widget.setProperty(_WRITING, step)
    widget.setFont(reading(step))


def reading(step: float = 0.0) -> QFont:
    """The reading face, for the text that goes into the document."""
    families = READING[_Chosen.face]
    font = QFont() if families else ui()
    if families:
        font.setFamilies(list(families))
    if _Chosen.face == SERIF:
        font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(ui().pointSizeF() + 1.5 + step)
    return font
