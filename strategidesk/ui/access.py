"""What readers of the screen are told beyond what Qt knows: which labels are headings, and what
the parts of a chart and of a page are."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

HEADING, GRAPHIC, PANE, DOCUMENT = "heading", "graphic", "pane", "document"
_ROLE = "spoken_role"  # property of a widget: one of the above
_ROLES = {
    HEADING: QAccessible.Role.Heading,
    GRAPHIC: QAccessible.Role.Graphic,
    PANE: QAccessible.Role.Pane,
    DOCUMENT: QAccessible.Role.Document,
}


def give(widget: QWidget, role: str) -> None:
    """Have a widget told as what it is. To be said before anybody reads it, as Qt asks
    once for each widget."""
    widget.setProperty(_ROLE, role)


@cache
def install() -> None:
    """Tell it from now on; once per process."""
    QAccessible.installFactory(_reader)


class _Told(QAccessibleWidget):
    """Qt owns it, and asks it as long as the widget lives."""

    def text(self, kind: QAccessible.Text) -> str:
        label = self.object()
        said = super().text(kind)
        if kind is QAccessible.Text.Name and not said and isinstance(label, QLabel):
            return label.text()
        return said


def _reader(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    """Asked by Qt for every class of a widget, the most derived first; None: Qt knows it."""
    if isinstance(thing, QWidget) and (role := thing.property(_ROLE)) in _ROLES:
        return _Told(thing, _ROLES[role], "")
    return None
