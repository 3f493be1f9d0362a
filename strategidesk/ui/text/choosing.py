"""Small buttons over a section's text that choose its state and who answers for it."""

from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton

from strategidesk.desk.commands import SetFields
from strategidesk.language import tr
from strategidesk.model.document import Section
from strategidesk.model.fields import Id, to_json
from strategidesk.model.noun import fields_of, value
from strategidesk.ui.editors.lists import targets
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.things.chips import chip
from strategidesk.ui.words import NONE, choice_label, field_label, target_caption
from strategidesk.ui.work import Work


class FieldButton(QPushButton):
    """Shows one field of a section and chooses another value from a menu."""

    field = ""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.section: Id | None = None
        self.setAutoDefault(False)
        self.setEnabled(not work.read_only)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def show_section(self, section: Section) -> None:
        """Show another section's value."""
        self.section = section.id

    def _choices(self) -> list[tuple[str, object]]:
        raise NotImplementedError

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        section = self._work.strategy.get(Section, self.section)
        if section is None:
            return
        now = to_json(value(section, fields_of(Section)[self.field]))
        for words, given in self._choices():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(given == now)
            action.triggered.connect(partial(self._choose, given))

    def _choose(self, given: object, _checked: bool = False) -> None:
        if self.section is None:
            return
        name = field_label(self._work.strategy, Section, fields_of(Section)[self.field])
        label = tr("change {field}", field=name)
        self._work.run(SetFields(self.section, {self.field: given}, label=label))


class StatusButton(FieldButton):
    """The state as a chip: shape, word and colour."""

    field = "status"

    def show_section(self, section: Section) -> None:
        super().show_section(section)
        field = fields_of(Section)[self.field]
        found = chip(field, section.status)
        tone = found.tone if found else "neutral"
        self.setText(choice_label(field, section.status))
        self.setAccessibleName(f"{tr(field.label)}: {self.text()}")
        self.setProperty("look", "chip")
        self.setProperty("tone", tone)
        if found:
            signs.give(self, found.sign, tone)
        self.setFont(faces.ui())
        self.style().unpolish(self)
        self.style().polish(self)

    def _choices(self) -> list[tuple[str, object]]:
        words = fields_of(Section)[self.field].choices or {}
        return [(tr(label), key) for key, label in words.items()]


class OwnerButton(FieldButton):
    """Who answers for the section."""

    field = "owner"

    def show_section(self, section: Section) -> None:
        super().show_section(section)
        name = target_caption(self._work.strategy, section.owner)
        self.setText(tr("Responsible: {name}", name=name) if name else tr("Nobody is responsible"))
        self.setProperty("look", "link")
        self.setProperty("tone", "muted")
        signs.give(self, "arrow", "muted")
        self.setIcon(signs.icon("people", tokens()["muted"]))

    def _choices(self) -> list[tuple[str, object]]:
        field = fields_of(Section)[self.field]
        people = targets(self._work.strategy, field, None)
        return [(tr(NONE), None), *((name.strip(), id) for name, id in people)]
