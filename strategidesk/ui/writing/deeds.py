"""What can be done in a running text, by the keys of the window's commands."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeyEvent, QTextCursor

from strategidesk.prose import Prose
from strategidesk.prose.runs import BOLD, ITALIC
from strategidesk.ui.frame.keys import command_of
from strategidesk.ui.writing import acts, links, notes, tables
from strategidesk.ui.writing.ask_link import ask_link
from strategidesk.ui.writing.edit import RichEdit


def deeds(edit: RichEdit) -> dict[str, Callable[[], object]]:
    """What can be done where the cursor is; nothing in a text that is only read."""
    if edit.isReadOnly():
        return {}
    found: dict[str, Callable[[], object]] = {
        "format_bold": partial(acts.toggle_look, edit, BOLD),
        "format_italic": partial(acts.toggle_look, edit, ITALIC),
        "clear_format": partial(acts.clear_looks, edit),
        "footnote": partial(_footnote, edit),
        "link": partial(link, edit),
        "paste_plain": edit.paste_plain,
    }
    if acts.can_list(edit):
        found["bullet_list"] = partial(acts.toggle_kind, edit, "bullets")
        found["numbered_list"] = partial(acts.toggle_kind, edit, "numbers")
        found["table"] = partial(insert_table, edit)
    if edit.textCursor().currentList() is not None:
        found["indent_more"] = partial(acts.change_level, edit, 1)
        found["indent_less"] = partial(acts.change_level, edit, -1)
    return found


def checked(edit: RichEdit) -> set[str]:
    """Which of them are on where the cursor is."""
    looks = (("format_bold", BOLD), ("format_italic", ITALIC))
    found = {key for key, look in looks if acts.has_look(edit, look)}
    kinds = {"bullets": "bullet_list", "numbers": "numbered_list"}
    return found | {kinds[kind] for kind in (acts.kind_here(edit),) if kind in kinds}


def takes(edit: RichEdit, event: QKeyEvent) -> bool:
    """Whether a key is one of these commands, which the text does wherever it stands."""
    return command_of(event) in deeds(edit)


def press(edit: RichEdit, event: QKeyEvent) -> bool:
    """Do the command of a key; False where it is none."""
    do = deeds(edit).get(command_of(event))
    if do is not None:
        do()
    return do is not None


def _footnote(edit: RichEdit) -> None:
    """A new footnote; in a footnote's text, back to its mark."""
    if not notes.go_back(edit):
        notes.add(edit)


def link(edit: RichEdit) -> None:
    """Ask for the address of the link here, and give it."""
    here = links.words_here(edit.textCursor())
    answer = ask_link(edit.window(), here.selectedText(), links.url_here(edit.textCursor()))
    if answer is not None:
        links.give(edit, answer.url, answer.words)
    edit.setFocus()


def insert_table(edit: RichEdit) -> None:
    """A small table behind the paragraph here, with the cursor in its first heading."""
    start = edit.textCursor().block().position()
    edit.textCursor().clearSelection()
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    edit.setTextCursor(cursor)
    edit.insert(Prose((tables.new_table(),)))
    cursor.setPosition(start)
    while cursor.currentTable() is None and cursor.movePosition(
        QTextCursor.MoveOperation.NextBlock
    ):
        continue
    tables.select_cell(edit, cursor)
