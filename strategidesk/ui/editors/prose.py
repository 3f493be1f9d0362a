"""The editor of running text, as a field of a form."""

from typing import Any

from PySide6.QtGui import QImage

from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy
from strategidesk.ui.editors.document import DocumentEditor
from strategidesk.ui.writing.hands import rich_edit


class ProseEditor(DocumentEditor):
    """A text in the prose subset, shown and written as it will look."""

    def __init__(self) -> None:
        self.edit = rich_edit()
        super().__init__(self.edit)
        self.edit.edited.connect(self.changed)

    def value(self) -> Any:
        return self.edit.text()

    def set_value(self, given: Any) -> None:
        self.edit.show_text(str(given))

    def settled(self) -> None:
        super().settled()
        self.edit.keep_as_given()

    def set_strategy(self, strategy: Strategy, _owner: Id | None) -> None:
        def picture(id: str) -> QImage | None:
            data = strategy.pictures.get(id)
            image = QImage.fromData(data) if data else QImage()
            return None if image.isNull() else image

        self.edit.pictures = picture
