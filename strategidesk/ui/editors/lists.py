"""Editors that are a list to choose from: choices and references to another thing."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyleOptionComboBox, QToolTip

from strategidesk.language import tr
from strategidesk.model.fields import Field, Id
from strategidesk.model.strategy import Strategy
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.theme import signs
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.words import NONE, caption, choice_label, noun_label

_ALT = Qt.KeyboardModifier.AltModifier
_INDENT = "    "


class Combo(QComboBox):
    """A list that a wheel over the form does not change. Where the chosen one ends with …, its
    tooltip has the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(16)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """In the closed list the chosen one stands without its indent."""
        super().initStyleOption(option)
        option.currentText = option.currentText.strip()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Down and event.modifiers() & _ALT:
                event.accept()  # opens the list, and moves nothing
                return True
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.toolTip() or self.currentText().strip(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        area = QRectF(self.width() - 22, (self.height() - 12) / 2, 12, 12)
        color = "muted" if self.isEnabled() else "disabled"
        signs.paint(painter, "arrow", tokens()[color], area)
        painter.end()


class ChoiceEditor(Editor):
    """One of some words. A word that this program does not know is kept and shown."""

    at_once = True
    wide = False

    def __init__(self, field: Field) -> None:
        self.combo = Combo()
        super().__init__(self.combo)
        self._field = field
        self.combo.activated.connect(lambda _index: self.changed.emit())

    def value(self) -> Any:
        return self.combo.currentData() or ""

    def set_value(self, given: Any) -> None:
        self.combo.clear()
        words = list(self._field.choices or {})
        if given == "" or self._field.default == "":
            self.combo.addItem(tr(NONE), "")
        for word in words:
            self.combo.addItem(choice_label(self._field, word), word)
        if given and given not in words:
            self.combo.addItem(str(given), given)
        self.combo.setCurrentIndex(max(0, self.combo.findData(given)))


class ReferenceEditor(Editor):
    """One thing of the strategy, or none."""

    at_once = True
    wide = False

    def __init__(self, field: Field) -> None:
        self.combo = Combo()
        super().__init__(self.combo)
        self._field = field
        self._filled: tuple[tuple[str, Any], ...] = ()
        self.combo.activated.connect(lambda _index: self.changed.emit())

    def set_strategy(self, strategy: Strategy, owner: Id | None) -> None:
        rows = ((tr(NONE), None), *self.offered(strategy, owner))
        if rows != self._filled:
            chosen = self.value()
            self._filled = rows
            self.combo.clear()
            for label, id in rows:
                self.combo.addItem(label, id)
            self.set_value(chosen)

    def offered(self, strategy: Strategy, owner: Id | None) -> Iterator[tuple[str, Id]]:
        """What can be chosen, with its label."""
        return targets(strategy, self._field, owner)

    def value(self) -> Any:
        return self.combo.currentData()

    def set_value(self, given: Any) -> None:
        self.combo.setCurrentIndex(max(0, self.combo.findData(given)))


def targets(strategy: Strategy, field: Field, owner: Id | None) -> Iterator[tuple[str, Id]]:
    """What a reference may point at, with its label; trees are indented."""
    for noun in strategy.schema.nouns:
        if field.to not in ("*", noun.meta.entity):
            continue
        before = f"{noun_label(strategy, noun)}: " if field.to == "*" else ""
        depths = (
            {thing.id: depth for depth, thing in strategy.outline(noun)}  # type: ignore[type-var]
            if noun.meta.tree
            else {}
        )
        for thing in strategy.all(noun):
            if thing.id != owner:
                indent = _INDENT * depths.get(thing.id, 0) if not before else ""
                yield indent + before + caption(strategy, thing), thing.id
