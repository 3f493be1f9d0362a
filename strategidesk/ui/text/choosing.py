"""Editors over a section's text that show a value quietly and choose another from a menu."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu, QPushButton

from strategidesk.language import tr
from strategidesk.model.fields import Field, Id
from strategidesk.model.strategy import Strategy
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.editors.lists import targets
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.things.chips import chip
from strategidesk.ui.words import NONE, choice_label, target_caption


class MenuEditor(Editor):
    """A button that shows the value; its menu has the others."""

    at_once = True
    wide = False

    def __init__(self, field: Field) -> None:
        self.field = field
        self.button = QPushButton()
        super().__init__(self.button)
        self._value: Any = None
        self._name = ""
        self.button.setAutoDefault(False)
        menu = QMenu(self.button)
        menu.aboutToShow.connect(self._fill)
        self.button.setMenu(menu)

    def value(self) -> Any:
        return self._value

    def set_value(self, given: Any) -> None:
        self._value = given
        self.tell()

    def call(self, name: str) -> None:
        self._name = name
        self._say(self.button.text())

    def tell(self) -> None:
        """Show the value."""
        raise NotImplementedError

    def _say(self, words: str) -> None:
        """The button's words; readers hear the field's name before them."""
        self.button.setText(words)
        self.button.setAccessibleName(f"{self._name}: {words}" if self._name else words)

    def _quiet(self, sign: str) -> None:
        self.button.setProperty("look", "link")
        self.button.setProperty("tone", "muted")
        signs.give(self.button, sign, "muted")

    def _choices(self) -> Iterator[tuple[str, Any]]:
        raise NotImplementedError

    def _fill(self) -> None:
        menu = self.button.menu()
        menu.clear()
        for words, given in self._choices():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(given == self._value)
            action.triggered.connect(partial(self._choose, given))

    def _choose(self, given: Any, _checked: bool = False) -> None:
        if given != self._value:
            self.set_value(given)
            self.changed.emit()


class StateEditor(MenuEditor):
    """A state as a chip: shape, word and colour."""

    def tell(self) -> None:
        word = str(self._value)
        found = chip(self.field, word)
        tone = found.tone if found else "neutral"
        self._say(choice_label(self.field, word))
        self.button.setProperty("look", "chip")
        self.button.setProperty("tone", tone)
        self.button.setFont(faces.ui())
        if found:
            signs.give(self.button, found.sign, tone)
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)

    def _choices(self) -> Iterator[tuple[str, Any]]:
        for key, label in (self.field.choices or {}).items():
            yield tr(label), key


class ContentEditor(StateEditor):
    """What stands under the heading, in words."""

    def tell(self) -> None:
        self._say(choice_label(self.field, str(self._value)))
        self._quiet("text")


class PersonEditor(MenuEditor):
    """Who answers for something."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._strategy: Strategy | None = None

    def call(self, name: str) -> None:
        """Its words name the field themselves."""

    def set_strategy(self, strategy: Strategy, _owner: Id | None) -> None:
        self._strategy = strategy
        self.tell()

    def tell(self) -> None:
        name = target_caption(self._strategy, self._value) if self._strategy else ""
        said = tr("Responsible: {name}", name=name) if name else tr("Nobody is responsible")
        self._say(said)
        self._quiet("people")

    def _choices(self) -> Iterator[tuple[str, Any]]:
        yield tr(NONE), None
        if self._strategy is not None:
            for name, id in targets(self._strategy, self.field, None):
                yield name.strip(), id
