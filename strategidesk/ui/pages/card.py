"""The page of the strategy's own form: what stands on its cover and information page."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.model.document import Card
from strategidesk.model.fields import Id
from strategidesk.ui.forms.form import Form
from strategidesk.ui.pages.detail import sheet
from strategidesk.ui.pages.page import Page
from strategidesk.ui.pages.table import Place
from strategidesk.ui.work import Work


class CardPage(Page):
    """One form over the whole page."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self.form = Form(work, Card, spread=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(sheet(self.form))
        if work.strategy.card.id:
            self.form.show_thing(work.strategy.card.id)

    def refresh(self, changes: ChangeSet) -> None:
        self.form.refresh(changes)
        self.state_changed.emit()

    def commit(self) -> bool:
        return self.form.commit()

    def show_thing(self, id: Id) -> bool:
        return id == self.work.strategy.card.id

    def focus_field(self, name: str) -> None:
        self.form.focus_field(name)

    def stops(self) -> tuple[QWidget, ...]:
        return (self.form.rows[0].editor,)
