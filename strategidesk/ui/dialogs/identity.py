"""Asks for the fields that make a thing what it is, before it can be added: links and answers."""

from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from strategidesk.language import tr
from strategidesk.model.noun import Noun, fields_of
from strategidesk.ui.dialogs.buttons import column, deciding
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.editors.choosing import editor_of
from strategidesk.ui.parts import head_of
from strategidesk.ui.theme import faces
from strategidesk.ui.words import field_label, noun_label
from strategidesk.ui.work import Work


class IdentityDialog(QDialog):
    """The identifying fields of a noun, some already filled in."""

    def __init__(
        self, work: Work, noun: type[Noun], given: dict[str, Any], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        kind = noun_label(work.strategy, noun)
        self.setWindowTitle(tr("Add: {thing}", thing=kind))
        self.setMinimumWidth(faces.grown(420))
        self.editors: dict[str, Editor] = {}
        layout = column(self, 6)
        for name in noun.meta.derived:
            field = fields_of(noun)[name]
            editor = self.editors[name] = editor_of(field)
            editor.set_strategy(work.strategy, None)
            editor.set_value(given.get(name, field.default))
            words = field_label(work.strategy, noun, field)
            layout.addWidget(head_of(editor.inner, words))
            layout.addWidget(editor)
        layout.addSpacing(12)
        buttons, _add = deciding(self, tr("Add"))
        layout.addWidget(buttons)

    def values(self) -> dict[str, Any]:
        """What was chosen, as JSON values."""
        return {name: editor.value() for name, editor in self.editors.items()}


def ask_identity(
    work: Work, noun: type[Noun], given: dict[str, Any], parent: QWidget | None
) -> dict[str, Any] | None:
    """What the user chose; None where the user let it be."""
    dialog = IdentityDialog(work, noun, given, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    values = dialog.values()
    dialog.deleteLater()
    return values if accepted else None
