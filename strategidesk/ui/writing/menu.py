"""The context menu of a running text."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMenu

from strategidesk.language import tr
from strategidesk.ui.frame.keys import entry_of, shown_keys
from strategidesk.ui.writing import deeds, links, tables
from strategidesk.ui.writing.edit import RichEdit

LONGEST_TERM = 60  # characters
_Line = tuple[str, Callable[[], object], bool]


def show(edit: RichEdit, event: QContextMenuEvent) -> None:
    """Show the menu where it was asked for."""
    menu = menu_of(edit)
    menu.exec(event.globalPos())
    menu.deleteLater()


def menu_of(edit: RichEdit) -> QMenu:
    """What can be done where the cursor is."""
    menu = QMenu(edit)
    for number, group in enumerate((_clipboard(edit), _formats(edit), _table(edit), _words(edit))):
        lines = list(group)
        if lines and number:
            menu.addSeparator()
        for words, do, enabled in lines:
            action = menu.addAction(words)
            action.setEnabled(enabled)
            action.triggered.connect(lambda _checked=False, do=do: do())
    return menu


def _clipboard(edit: RichEdit) -> Iterator[_Line]:
    write, some = not edit.isReadOnly(), edit.textCursor().hasSelection()
    full = edit.canInsertFromMimeData(QGuiApplication.clipboard().mimeData())
    yield _word("cut"), edit.cut, write and some
    yield _word("copy"), edit.copy, some
    yield _word("paste"), edit.paste, write and full
    yield _word("paste_plain"), edit.paste_plain, write and full
    yield _word("select_all"), edit.selectAll, True


def _formats(edit: RichEdit) -> Iterator[_Line]:
    for key, do in deeds.deeds(edit).items():
        if key != "paste_plain":
            yield _word(key), do, True


def _table(edit: RichEdit) -> Iterator[_Line]:
    if edit.isReadOnly() or edit.textCursor().currentTable() is None:
        return
    yield tr("New row below"), lambda: tables.add_row(edit), True
    yield tr("New column to the right"), lambda: tables.add_column(edit), True
    yield tr("Remove the row"), lambda: tables.remove_row(edit), True
    yield tr("Remove the column"), lambda: tables.remove_column(edit), True
    yield tr("Remove the table"), lambda: tables.remove_table(edit), True


def _words(edit: RichEdit) -> Iterator[_Line]:
    url = links.url_here(edit.textCursor())
    if url:
        yield tr("Open {address}", address=url), lambda: edit.link_wanted.emit(url), True
    words = edit.textCursor().selectedText().strip()
    if edit.defines and words and len(words) < LONGEST_TERM and not edit.isReadOnly():
        yield tr("Define the word"), lambda: edit.definition_wanted.emit(words), True


def _word(key: str) -> str:
    """What a command is called, with its keys where the menu shows them."""
    entry = entry_of(key)
    keys = shown_keys(entry)
    return tr(entry.label) + (f"\t{keys}" if keys else "")
