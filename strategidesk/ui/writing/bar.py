"""The row of buttons over a text: what can be done where the cursor is."""

from collections.abc import Callable
from itertools import accumulate

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from strategidesk.language import mark, tr
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.frame.commands import MENUS, entries
from strategidesk.ui.parts import frame, sign_button
from strategidesk.ui.theme import faces
from strategidesk.ui.writing import acts, deeds
from strategidesk.ui.writing.edit import RichEdit

KINDS = {
    "plain": mark("Body text"),
    "bullets": mark("Bullet list"),
    "numbers": mark("Numbered list"),
}
_GROUPS = (  # command keys and their signs; those with words stand last
    (("format_bold", "bold"), ("format_italic", "italic")),
    (("bullet_list", "bullets"), ("numbered_list", "numbers")),
    (("indent_less", "outdent"), ("indent_more", "indent")),
    (("link", "link"), ("table", "table")),
)
_USUAL = ("format_bold", "format_italic", "bullet_list")
_STEPS = ("indent_less", "indent_more")
_RULE_OF_STEPS = 2
_EDGE = 6  # logical pixels around a button's words
_WORDED = (("footnote", "footnote", mark("Footnote")), ("comment", "comment", mark("Comment")))


class FormatBar(QWidget):
    """Acts on the text that it was told of last; dimmed where there is none."""

    def __init__(self, others: Callable[[str], object]) -> None:
        """`others` does the commands that are not the text's own, by key."""
        super().__init__()
        self._edit: RichEdit | None = None
        self._narrow = False
        self._others = others
        self.kind = Combo()
        self.kind.setAccessibleName(tr("Kind of paragraph"))
        self.kind.setToolTip(tr("Kind of paragraph"))
        self.kind.setMinimumContentsLength(8)
        self.kind.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for key, word in KINDS.items():
            self.kind.addItem(tr(word), key)
        self.kind.activated.connect(self._choose_kind)
        self.buttons: dict[str, QToolButton] = {}
        self._rules: list[QWidget] = []
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(2)
        self.row.addWidget(self.kind)
        for group in _GROUPS:
            self._rule()
            for key, sign in group:
                self._add(key, sign)
        self._rule()
        for key, sign, word in _WORDED:
            button = self._add(key, sign)
            button.setText(tr(word))
            button.setFont(faces.ui())
        self._fit(sum(self._widths()))
        self.follow(None)

    # how much of it there is room for

    def set_narrow(self, narrow: bool) -> None:
        """The usual buttons alone; the rest are in the menus."""
        self._narrow = narrow
        for key, button in self.buttons.items():
            button.setVisible(not narrow or key in _USUAL)
        for rule in self._rules:
            rule.setVisible(not narrow)
        self._fit(self.width())
        self.updateGeometry()

    def _widths(self) -> tuple[int, int, int, int]:
        """What is taken by what is always shown, by the kind of paragraph, the steps and words."""
        gap = self.row.spacing()
        keys = _USUAL if self._narrow else tuple(self.buttons)
        sign = self.buttons[keys[0]].sizeHint().width() + gap
        signs = sum(sign for key in keys if key not in _STEPS)
        if self._narrow:
            return signs, 0, 0, 0
        signs += len(self._rules) * (1 + gap)
        worded = [self.buttons[key] for key, _sign, _word in _WORDED]
        words = [one.fontMetrics().horizontalAdvance(one.text()) + 2 * _EDGE for one in worded]
        return signs, self.kind.sizeHint().width() + gap, len(_STEPS) * sign, sum(words)

    def _fit(self, room: int) -> None:
        """Show the kind of paragraph, the steps and the words where there is room for them."""
        wide = not self._narrow
        kind, steps, words = (
            wide and room >= needed for needed in list(accumulate(self._widths()))[1:]
        )
        self.kind.setVisible(kind)
        self._rules[0].setVisible(kind)
        self._rules[_RULE_OF_STEPS].setVisible(steps)
        for key in _STEPS:
            self.buttons[key].setVisible(steps)
        styles = Qt.ToolButtonStyle
        style = styles.ToolButtonTextBesideIcon if words else styles.ToolButtonIconOnly
        for key, _sign, _word in _WORDED:
            self.buttons[key].setToolButtonStyle(style)

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widths()[0], super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    # what it holds

    def _rule(self) -> None:
        rule = frame("rule")
        rule.setFixedSize(1, 20)
        self._rules.append(rule)
        self.row.addWidget(rule)

    def _add(self, key: str, sign: str) -> QToolButton:
        entry = next(one for menu in MENUS for one in entries(menu) if one.key == key)
        keys = QKeySequence(entry.keys).toString(QKeySequence.SequenceFormat.NativeText)
        words = tr(entry.label).removesuffix(" …")
        name = f"{words} ({keys})" if keys else words
        made = sign_button(sign, name, lambda: self._do(key))
        made.setAccessibleName(words)
        made.setCheckable(entry.checkable)
        self.buttons[key] = made
        self.row.addWidget(made)
        return made

    def follow(self, edit: RichEdit | None) -> None:
        """Act on another text from now on."""
        if edit is not self._edit:
            if self._edit is not None:
                self._edit.cursorPositionChanged.disconnect(self.refresh)
                self._edit.currentCharFormatChanged.disconnect(self.refresh)
            self._edit = edit
            if edit is not None:
                edit.cursorPositionChanged.connect(self.refresh)
                edit.currentCharFormatChanged.connect(self.refresh)
                edit.destroyed.connect(self._forget)
        self.refresh()

    def _forget(self) -> None:
        self._edit = None

    def refresh(self) -> None:
        """Show what is on, and what can be done, where the cursor is."""
        edit = self._edit
        able = deeds.deeds(edit) if edit is not None else {}
        on = deeds.checked(edit) if edit is not None else set()
        for key, button in self.buttons.items():
            button.setEnabled(key in able or (key == "comment" and edit is not None))
            button.setChecked(key in on)
        self.kind.setEnabled("bullet_list" in able)
        here = acts.kind_here(edit) if edit is not None else "plain"
        self.kind.setCurrentIndex(self.kind.findData(here))

    def _choose_kind(self, row: int) -> None:
        if self._edit is not None:
            acts.set_kind(self._edit, self.kind.itemData(row))
            self._edit.setFocus()

    def _do(self, key: str) -> None:
        edit = self._edit
        if edit is None:
            return
        do = deeds.deeds(edit).get(key)
        if do is None:
            self._others(key)
            return
        do()
        edit.setFocus()
        self.refresh()
