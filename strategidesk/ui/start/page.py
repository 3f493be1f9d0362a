"""The start page: begin, or go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from strategidesk.language import tr
from strategidesk.ui.frame.banner import Banner
from strategidesk.ui.parts import button, frame, heading, label
from strategidesk.ui.settings import Settings
from strategidesk.ui.start.big_button import PAGE, BigButton
from strategidesk.ui.theme import faces, signs

if TYPE_CHECKING:
    from strategidesk.ui.start.recent import RecentList
    from strategidesk.ui.start.seen import Seen
    from strategidesk.ui.start.strip import NameStrip

COLUMN = 372
_SIDE, _WIDE = 32, 1100  # the margin at the sides, whole from this width on
FIRST = 5  # files that are listed before all are asked for
OFFERED = 4  # templates that are shown before all are asked for


class StartPage(QWidget):
    """`new` carries a template's name or "", `opened` a path, `named` the user's name, role and
    unit; `painted` comes once, when the user has something to look at."""

    new = Signal(str)
    browse = Signal()
    sample = Signal()
    tour = Signal()
    restore = Signal()
    opened = Signal(str)
    forgotten = Signal(str)
    named = Signal(str, str, str)
    painted = Signal()

    def __init__(self, settings: Settings, guess: str) -> None:
        super().__init__()
        self._painted = self._whole = self._every = False
        self._settings = settings
        self.banner = Banner()
        self.recent: RecentList | None = None  # made when there is something to list
        self.templates: list[BigButton] = []
        self._sides: list[QVBoxLayout] = []
        self._template_grid = QGridLayout()
        self._template_head = heading(tr("Begin from a template"))
        self._empty = label(
            tr(
                "The strategies that you have worked with are shown here. "
                "Begin from a template or try the sample."
            ),
            faces.ui(),
            "muted",
            wrap=True,
        )
        self.strip = None if settings.author else self._ask_name(guess)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._left(), 27)
        rule = frame("rule")
        rule.setFixedWidth(1)
        body.addWidget(rule)
        body.addWidget(self._right(), 73)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if self.strip:
            layout.addWidget(self.strip)
        layout.addWidget(self.banner)
        layout.addLayout(body, 1)
        self._give_margins()
        self.show_recent()

    def _give_margins(self) -> None:
        side = _SIDE if self.width() >= _WIDE else _SIDE // 2
        for column in self._sides:
            column.setContentsMargins(side, 40, side, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_margins()

    def _ask_name(self, guess: str) -> NameStrip:
        from strategidesk.ui.start.strip import NameStrip

        strip = NameStrip(guess)
        strip.named.connect(self.named)
        return strip

    def _left(self) -> QWidget:
        column = QWidget()
        inner = QVBoxLayout(column)
        self._sides.append(inner)
        inner.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        mark = QLabel()
        mark.setPixmap(signs.pixmap("mark", "", 36, 2.0))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(heading("StrategiDesk", faces.page_title()))
        words.addWidget(
            label(tr("From commission to follow-up"), faces.small(), "muted", wrap=True)
        )
        head.addWidget(mark)
        head.addLayout(words, 1)
        inner.addLayout(head)
        inner.addSpacing(16)
        self.new_button = BigButton(
            "new", tr("New strategy …"), tr("From a template or an empty document"), primary=True
        )
        self.open_button = BigButton(
            "open", tr("Open …"), tr("A strategy or a colleague's working copy")
        )
        self.new_button.clicked.connect(lambda _checked: self.new.emit(""))
        self.open_button.clicked.connect(lambda _checked: self.browse.emit())
        self.links = [
            button(tr("Try the sample strategy"), "link", self.sample.emit, "definitions"),
            button(tr("A tour in four steps"), "link", self.tour.emit, "tour"),
            button(tr("Restore from a backup …"), "link", self.restore.emit, "history"),
        ]
        inner.addWidget(self.new_button)
        inner.addWidget(self.open_button)
        inner.addSpacing(8)
        for link in self.links:
            inner.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        inner.addWidget(
            label(
                tr("Nothing is sent from the computer. Your files lie where you put them."),
                faces.small(),
                "muted",
                wrap=True,
            )
        )
        scroll = _scrolling(column)
        scroll.setMaximumWidth(faces.grown(COLUMN))
        return scroll

    def _right(self) -> QWidget:
        inside = QWidget()
        inner = QVBoxLayout(inside)
        self._sides.append(inner)
        inner.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(heading(tr("Recent")), 1)
        self.all_link = button(tr("Show all"), "link", self._show_all)
        self.all_link.hide()
        head.addWidget(self.all_link)
        inner.addLayout(head)
        self._card = frame("card")
        card = self._rows = QVBoxLayout(self._card)
        card.setContentsMargins(1, 1, 1, 1)
        self._empty.setMargin(20)
        card.addWidget(self._empty)
        inner.addWidget(self._card)
        inner.addSpacing(20)
        over = QHBoxLayout()
        over.addWidget(self._template_head, 1)
        self.every_link = button("", "link", self._show_every)
        over.addWidget(self.every_link)
        inner.addLayout(over)
        self._template_head.hide()
        self.every_link.hide()
        self._template_grid.setSpacing(12)
        inner.addLayout(self._template_grid)
        inner.addStretch(1)
        return _scrolling(inside)

    def show_recent(self) -> None:
        """Show the files opened last, or what to do where there are none."""
        recent = self._settings.recent
        if recent and self.recent is None:
            self.recent = self._list_recent()
        if self.recent is not None:
            shown = recent if self._whole else recent[:FIRST]
            self.recent.fill(shown)
            self.recent.setVisible(bool(recent))
            self.all_link.setVisible(len(shown) < len(recent))
        self._empty.setVisible(not recent)

    def _list_recent(self) -> RecentList:
        from strategidesk.ui.start.recent import RecentList

        made = RecentList()
        made.opened.connect(self.opened)
        made.removed.connect(self.forgotten)
        self._rows.addWidget(made)
        return made

    def _show_all(self) -> None:
        self._whole = True
        self.show_recent()
        if self.recent is not None:
            self.recent.setFocus()

    def show_seen(self, path: str, seen: Seen) -> None:
        """Show what has been seen of one of the files opened last."""
        if self.recent is not None:
            self.recent.show_seen(path, seen)

    def show_templates(self, templates: list[tuple[str, str, str]]) -> None:
        """Offer templates: name, title and what is said of each; the first of them, where there are
        many. Those that are offered already stay."""
        if self.templates:
            return
        for number, (name, title, words) in enumerate(templates):
            made = BigButton(PAGE, title, words)
            made.clicked.connect(lambda _checked=False, name=name: self.new.emit(name))
            self._template_grid.addWidget(made, number // 2, number % 2)
            made.setVisible(number < OFFERED or self._every)
            self.templates.append(made)
        self._template_head.setVisible(bool(self.templates))
        self.every_link.setText(tr("All templates, {n}", n=len(templates)))
        self.every_link.setVisible(len(templates) > OFFERED and not self._every)

    def renew_templates(self, templates: list[tuple[str, str, str]]) -> None:
        """Offer these in the place of those that were offered."""
        for old in self.templates:
            self._template_grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.templates = []
        self.show_templates(templates)

    def _show_every(self) -> None:
        self._every = True
        for one in self.templates:
            one.show()
        self.every_link.hide()
        self.templates[OFFERED].setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()


class _Column(QScrollArea):
    """As wide as what it holds needs, with room for the scroll bar."""

    def minimumSizeHint(self) -> QSize:
        inside, hint = self.widget(), super().minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(inside.minimumSizeHint().width() + bar, hint.height()) if inside else hint


def _scrolling(inside: QWidget) -> QScrollArea:
    """An area that scrolls up and down where the window is low."""
    scroll = _Column()
    scroll.setWidget(inside)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll
