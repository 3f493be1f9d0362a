"""What takes the focus by Tab, and what readers of the screen are told of it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QScrollBar, QWidget

_NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client)


def focusable(top: QWidget) -> Iterator[QWidget]:
    """The widgets shown that Tab comes to."""
    for widget in top.findChildren(QWidget):
        tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        seen = widget.isVisible() and widget.isEnabled() and not isinstance(widget, QScrollBar)
        if tabbed and seen and widget.focusProxy() is None and not widget.isWindow():
            yield widget


def unsaid(top: QWidget) -> list[str]:
    """What takes the focus, and has no name or is nothing that readers know."""
    found = []
    for widget in focusable(top):
        reader = QAccessible.queryAccessibleInterface(widget)
        name, role = reader.text(QAccessible.Text.Name).strip(), reader.role()
        if not name or role in _NO_ROLES:
            found.append(f"{where(widget)}: {name!r}, {role.name}")
    return found


def where(widget: QWidget) -> str:
    """A widget by its classes, its own and those around it."""
    names: list[str] = []
    above: QWidget | None = widget
    while above is not None and len(names) < 4:
        names.append(type(above).__name__)
        above = above.parentWidget()
    return " < ".join(names)


def headings(top: QWidget) -> list[str]:
    """What readers know as headings of what is shown, from the top to the bottom."""
    found = []
    for widget in top.findChildren(QLabel):
        if widget.isVisible():
            reader = QAccessible.queryAccessibleInterface(widget)
            if reader.role() == QAccessible.Role.Heading:
                found.append(reader.text(QAccessible.Text.Name))
    return found


def without_ring(top: QWidget, elsewhere: QWidget) -> Iterator[tuple[str, QWidget]]:
    """What looks the same with the focus and without it; one of each kind is looked at."""
    seen = set()
    for widget in list(focusable(top)):
        kind = f"{where(widget)} {widget.property('look') or ''}".strip()
        if kind not in seen and widget is not elsewhere:
            seen.add(kind)
            if not _shows_focus(widget, elsewhere):
                yield kind, widget


def _shows_focus(widget: QWidget, elsewhere: QWidget) -> bool:
    reason = Qt.FocusReason.TabFocusReason
    elsewhere.setFocus(reason)
    QApplication.processEvents()
    before = widget.grab().toImage()
    widget.setFocus(reason)
    QApplication.processEvents()
    return widget.hasFocus() and widget.grab().toImage() != before
