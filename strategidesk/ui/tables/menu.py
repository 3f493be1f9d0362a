"""The context menu of a table."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from strategidesk.language import tr

if TYPE_CHECKING:
    from strategidesk.ui.tables.table import Table


def menu_of(table: "Table") -> QMenu:
    """What can be done with the selected cells; keys stand beside, and work without the menu."""
    menu = QMenu(table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    hands = table.hands

    def add(text: str, keys: str, do: Callable[[], object], writes: bool = True) -> None:
        action = menu.addAction(f"{text}\t{QKeySequence(keys).toString(_NATIVE)}")
        action.triggered.connect(lambda _checked=False: do())
        action.setEnabled(not (writes and table.read_only))

    add(tr("Edit"), "F2", lambda: hands.edit())
    add(tr("Copy"), "Ctrl+C", hands.copy, writes=False)
    add(tr("Paste"), "Ctrl+V", hands.paste)
    add(tr("Empty cells"), "Del", hands.empty_cells)
    menu.addSeparator()
    add(tr("New row"), "Ctrl+Return", table.start_new_row)
    add(tr("Move up"), "Alt+Up", lambda: table.move_by(-1))
    add(tr("Move down"), "Alt+Down", lambda: table.move_by(1))
    add(tr("Remove rows"), "Ctrl+Del", table.remove_rows)
    menu.addSeparator()
    name = table.column_in_focus()
    add(tr("Sort by this column"), "", lambda: table.sort_by(name), writes=False)
    add(tr("Then by this column"), "", lambda: table.sort_by(name, True), writes=False)
    add(tr("Filter"), "Ctrl+Shift+R", table.focus_filter, writes=False)
    add(tr("Wider column"), "Alt+Right", lambda: table.sizes.widen(1), writes=False)
    add(tr("Narrower column"), "Alt+Left", lambda: table.sizes.widen(-1), writes=False)
    return menu


_NATIVE = QKeySequence.SequenceFormat.NativeText
