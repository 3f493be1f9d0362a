"""The texts that stand in a window's editors and are not part of the strategy yet."""

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from strategidesk.history.revision import EXISTS
from strategidesk.model.fields import Id
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.forms.keeper import Keeper
from strategidesk.ui.review.result import Result
from strategidesk.ui.tables.new_draft import NewDraft


def shown_texts(window: QWidget) -> Collection[tuple[Id, str]]:
    """Which they are: a thing's id and the field's name, `_exists` for a thing to come."""
    keepers = [one for one in window.findChildren(Keeper) if one.unsaved]
    drafts = [one for one in window.findChildren(NewDraft) if one.unsaved]
    return {one.key for one in keepers if one.key} | {(one.id, EXISTS) for one in drafts}


def keep_texts(window: QWidget) -> bool:
    """Keep them all as drafts; False where neither the file nor this computer takes one."""
    keepers = [one for one in window.findChildren(Keeper) if one.unsaved]
    drafts = [one for one in window.findChildren(NewDraft) if one.unsaved]
    results = window.findChildren(Result)
    kept = [*(one.keep() for one in keepers), *(one.keep() for one in drafts)]
    kept += [one.rest() for one in results]
    editors = {e for e in window.findChildren(Editor) if e.unsaved}
    unkept = editors - {k.editor for k in keepers} - {one.editor for one in results}
    return all(kept) and not unkept
