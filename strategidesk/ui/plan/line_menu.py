"""The menu over a view's lines, by the right mouse button or the menu key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu

from strategidesk.ui.frame.keys import native


@dataclass(frozen=True)
class LineAct:
    """Something to do with the lines; its keys stand beside, and work without the menu."""

    words: str
    keys: str
    do: Callable[[], object]
    can: bool = True


def menu_of(view: QAbstractItemView, acts: Sequence[LineAct]) -> QMenu:
    """A menu of these."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for act in acts:
        keys = native(act.keys)
        made = menu.addAction(f"{act.words}\t{keys}" if keys else act.words)
        made.triggered.connect(lambda _checked=False, do=act.do: do())
        made.setEnabled(act.can)
    return menu


def give_menu(view: QAbstractItemView, acts: Callable[[], Sequence[LineAct]]) -> None:
    """Open the menu wherever the view is asked for one while a line is chosen."""

    def opened(at: QPoint) -> None:
        if view.currentIndex().isValid():
            menu_of(view, acts()).popup(view.viewport().mapToGlobal(at))

    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(opened)
