"""The command search as it is shown: a field over a list of what answers, over the window."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from strategidesk.language import tr
from strategidesk.ui.frame.corner import field_words
from strategidesk.ui.frame.search_rows import HEADING, SHOWN, RowDelegate
from strategidesk.ui.parts import frame, label, sign_label
from strategidesk.ui.theme import faces

WIDE, MARGIN, TOP, FOOT = 640, 24, 84, 56  # logical pixels
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of the list."""

    key: str
    heading: str
    sign: str
    text: str
    place: str
    keys: str
    marks: tuple[tuple[int, int], ...]

    @property
    def spoken(self) -> str:
        """What a reader says."""
        return ", ".join(part for part in (self.text, self.place, self.keys) if part)


class SearchPanel(QWidget):
    """A veil over the window with the search on it. `typed` carries what is sought, `chosen` the
    key of a line; `left`: the user goes back to where they were."""

    typed = Signal(str)
    chosen = Signal(str)
    left = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("part", "veil")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.box = frame("popup")
        self.box.setParent(self)
        self.box.setAccessibleName(tr("Command search"))
        self.field = QLineEdit()
        self.field.setProperty("editor", "bare")
        self.field.setFont(faces.ui(2))
        self.field.setAccessibleName(field_words())
        self.field.setPlaceholderText(field_words())
        self.field.textEdited.connect(self.typed)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setProperty("part", "pages")
        self.list.setAccessibleName(tr("What was found"))
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._choose)
        self.nothing = label("", faces.ui(), "muted", wrap=True)
        self._lay_out()
        window.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(18, 8, 18, 8)
        head.setSpacing(10)
        head.addWidget(sign_label("search"))
        head.addWidget(self.field, 1)
        rule = QFrame()
        rule.setProperty("part", "rule")
        rule.setFixedHeight(1)
        self.nothing.setContentsMargins(18, 12, 18, 12)
        hint = label(tr("Up and down choose, Enter opens, Esc closes"), faces.small(), "muted")
        hint.setContentsMargins(18, 6, 18, 10)
        hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self.box)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(rule)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.nothing)
        layout.addWidget(hint)

    # what is shown

    def show_over(self) -> None:
        """Open over the window, with an empty field."""
        self.field.clear()
        self.show()
        self.raise_()
        self.field.setFocus()

    def show_hits(self, sought: str, hits: Sequence[Shown], recent: bool) -> None:
        """List what answers; the first line is chosen. `recent`: nothing is sought yet."""
        self.list.clear()
        before = ""
        for hit in hits:
            heading = tr("Used lately") if recent else hit.heading
            if heading != before:
                self._head(heading)
            before = heading
            item = QListWidgetItem(hit.spoken, self.list)
            item.setData(SHOWN, hit)
            item.setSizeHint(QSize(100, RowDelegate.height()))
        self.list.setVisible(bool(hits))
        self.nothing.setVisible(not hits)
        self.nothing.setText(
            tr("Nothing is called “{sought}”.", sought=sought.strip())
            if sought.strip()
            else tr("Write what you want to do, or what you look for.")
        )
        self._step(1, 0)
        self._fit()

    def _head(self, text: str) -> None:
        item = QListWidgetItem(text, self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(HEADING, text)
        item.setSizeHint(QSize(100, RowDelegate.height()))

    def _fit(self) -> None:
        """As high as its lines, as far as the window has room."""
        self.setGeometry(self._window.rect())
        width = min(faces.grown(WIDE), self.width() - 2 * MARGIN)
        top = TOP if self.height() > 600 else MARGIN
        lines = self.list.count() * RowDelegate.height()
        wanted = lines + 8 if lines else self.nothing.heightForWidth(width)
        rest = self.box.sizeHint().height() - self.list.sizeHint().height() * bool(lines)
        rest -= 0 if lines else self.nothing.sizeHint().height()
        most = self.height() - top - FOOT
        self.box.setGeometry((self.width() - width) // 2, top, width, min(wanted + rest, most))

    # what is done

    def _step(self, by: int, start: int | None = None) -> None:
        """Choose the next line (-1: the one before) from a row on; headings are passed over."""
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(SHOWN)]
        if not rows:
            return
        here = self.list.currentRow()
        if start is not None or here not in rows:
            target = rows[0]
        else:
            target = rows[max(0, min(len(rows) - 1, rows.index(here) + by))]
        if target == rows[0]:
            self.list.scrollToTop()
        self.list.setCurrentRow(target)
        words = self.list.item(target).text()
        self.field.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _choose(self, item: QListWidgetItem | None) -> None:
        shown = item.data(SHOWN) if item is not None else None
        if shown is not None:
            self.hide()
            self.chosen.emit(shown.key)

    def leave(self) -> None:
        """Close, and go back to where the cursor stood."""
        self.hide()
        self.left.emit()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() is QEvent.Type.Resize and self.isVisible():
                self._fit()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentItem())
        elif key in _MOVES:
            far = 1 if key in _MOVES[:2] else 8
            self._step(far if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -far)
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # the field keeps the focus
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.box.geometry().contains(event.position().toPoint()):
            self.leave()
