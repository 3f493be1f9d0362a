"""The row of buttons over a text: what can be done where the cursor is."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from strategidesk.language import mark, tr
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.frame import keys
from strategidesk.ui.frame.more import Choice, Group, more_button
from strategidesk.ui.parts import frame, sign_button
from strategidesk.ui.theme import faces, signs
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
LAG = 60  # milliseconds without a key until the buttons follow
_ALL, _WORDLESS, _LEAST = range(3)
_STYLES = (
    Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
    Qt.ToolButtonStyle.ToolButtonIconOnly,
    Qt.ToolButtonStyle.ToolButtonIconOnly,
)
_USUAL = ("format_bold", "format_italic", "bullet_list")
_WORDED = (("footnote", "footnote", mark("Footnote")), ("comment", "comment", mark("Comment")))


class FormatBar(QWidget):
    """Acts on the text that it was told of last; dimmed where there is none."""

    def __init__(
        self,
        others: Callable[[str], object],
        further: Callable[[], Iterable[Group]] = lambda: (),
    ) -> None:
        """`others` does the commands that are not the text's own, by key; `further` are lines of
        the menu behind …, under those of the buttons that have no room."""
        super().__init__()
        self._edit: RichEdit | None = None
        self._others, self._further = others, further
        self._level = _ALL
        self._later = QTimer(self, singleShot=True, interval=LAG)
        self._later.timeout.connect(self.refresh)
        self.kind = Combo()
        self.kind.setAccessibleName(tr("Kind of paragraph"))
        self.kind.setMinimumContentsLength(12)
        self.kind.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for key, word in KINDS.items():
            self.kind.addItem(tr(word), key)
        self.kind.activated.connect(self._choose_kind)
        self.buttons: dict[str, QToolButton] = {}
        self._rules: list[QWidget] = []
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)
        self.row.addWidget(self.kind)
        for group in _GROUPS:
            self._rule()
            for key, sign in group:
                self._add(key, sign)
        self._rule()
        for key, sign, _word in _WORDED:
            self._add(key, sign).setFont(faces.ui())
        self.more = more_button(tr("More"), self._choices)
        self.row.addWidget(self.more)
        self._tell_keys()
        keys.CHOICE.changed.connect(self._tell_keys)
        self._show(_ALL)
        self.follow(None)

    def _tell_keys(self) -> None:
        for key, button in self.buttons.items():
            shown = keys.shown_keys(keys.entry_of(key))
            button.setToolTip(keys.named(button.accessibleName(), shown))

    def fit(self, room: int) -> None:
        """Show what has room in so many pixels: all, without words, or the usual buttons alone;
        the rest are behind …"""
        for level in (_ALL, _WORDLESS, _LEAST):
            self._show(level)
            if self.row.sizeHint().width() <= room:
                return

    def _show(self, level: int) -> None:
        self._level = level
        for key, button in self.buttons.items():
            button.setVisible(level < _LEAST or key in _USUAL)
        for key, _sign, word in _WORDED:
            self.buttons[key].setText(tr(word) if level == _ALL else "")
            self.buttons[key].setToolButtonStyle(_STYLES[level])
        for part in (self.kind, *self._rules):
            part.setVisible(level < _LEAST)
        self.more.setVisible(level == _LEAST or any(True for _group in self._further()))
        self.row.invalidate()

    def _choices(self) -> Iterator[Group]:
        """What has no room, by its name; then what others put there."""
        if self._level == _LEAST:
            able = self.kind.isEnabled()
            yield [
                Choice(
                    self.kind.itemText(row),
                    partial(self._choose_kind, row),
                    on=row == self.kind.currentIndex(),
                    enabled=able,
                )
                for row in range(self.kind.count())
            ]
            hidden = [key for key in self.buttons if key not in _USUAL]
            yield [self._choice(key) for key in hidden]
        yield from self._further()

    def _choice(self, key: str) -> Choice:
        button, shown = self.buttons[key], keys.shown_keys(keys.entry_of(key))
        return Choice(
            f"{button.accessibleName()}\t{shown}" if shown else button.accessibleName(),
            partial(self._do, key),
            str(button.property(signs.SIGN)),
            button.isChecked() if button.isCheckable() else None,
            button.isEnabled(),
        )

    def _rule(self) -> None:
        rule = frame("rule")
        rule.setFixedSize(1, 20)
        self._rules.append(rule)
        self.row.addWidget(rule)

    def _add(self, key: str, sign: str) -> QToolButton:
        entry = keys.entry_of(key)
        made = sign_button(sign, tr(entry.label).removesuffix(" …"), lambda: self._do(key))
        made.setCheckable(entry.checkable)
        self.buttons[key] = made
        self.row.addWidget(made)
        return made

    def follow(self, edit: RichEdit | None) -> None:
        """Act on another text from now on."""
        if edit is not self._edit:
            if self._edit is not None:
                self._edit.cursorPositionChanged.disconnect(self._later.start)
                self._edit.currentCharFormatChanged.disconnect(self._later.start)
            self._edit = edit
            if edit is not None:
                edit.cursorPositionChanged.connect(self._later.start)
                edit.currentCharFormatChanged.connect(self._later.start)
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
