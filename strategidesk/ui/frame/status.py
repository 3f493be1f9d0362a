"""The status bar: whether all is saved, where the file lies, how far long work has come."""

import time
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton

from strategidesk.language import tr
from strategidesk.ui.frame.tasks import Tasks
from strategidesk.ui.parts import Elided, button, label
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens

FADING = 6000  # milliseconds that a hint stands

_SIGNS = {"ok": "ok", "info": "half", "warn": "danger", "danger": "danger", "muted": "info"}

_EDGE, _SIGN = 12, 22  # logical pixels around and beside words


class Status(QStatusBar):
    """`told` carries the kind and the words of what is told here beside the work that goes on."""

    told = Signal(str, str)

    def __init__(self, path: Path | None = None) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._tone = "ok"
        self._sign = QLabel()
        self._state = label("", faces.ui())
        self._path = Elided(str(path or ""), faces.small(), "muted")
        self._hint = Elided("", faces.small())
        self.facts = label("", faces.small(), "muted")
        self.language = label("", faces.small(), "muted")
        self.zoom = QToolButton()
        self.zoom.setProperty("look", "status")
        self.zoom.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom.setFont(faces.small())
        self._doing = label("", faces.small())
        self._bar = QProgressBar()
        self._bar.setFixedSize(faces.grown(140), 6)
        self._bar.setTextVisible(False)
        self._cancel = button(tr("Cancel"), "link", self._stop)
        self.addWidget(self._sign)
        self.addWidget(self._state)
        self.addWidget(self._path, 2)
        self.addWidget(self._hint, 3)
        for part in (self._doing, self._bar, self._cancel):
            self.addPermanentWidget(part)
            part.hide()
        for fact in (self.facts, self.language, self.zoom):
            fact.setProperty("cell", "status")
            self.addPermanentWidget(fact)
            fact.hide()
        self.setContentsMargins(12, 0, 8, 0)
        self.setFixedHeight(faces.grown(28))
        self._tasks = Tasks(self)
        self._tasks.changed.connect(self._show_work)
        self._fading = QTimer(self, singleShot=True, interval=FADING)
        self._fading.timeout.connect(lambda: self._show_hint(""))

    @property
    def state(self) -> str:
        """What stands about saving."""
        return self._state.text()

    def _say(self, tone: str, text: str) -> None:
        if (tone, text) == (self._tone, self.state):
            return  # as at each key
        if tone in ("warn", "danger") and tone != self._tone:
            self.told.emit(tone, text)
        self._tone = tone
        self._state.setText(text)
        self._fit()
        self.redress()

    def hint(self, text: str) -> None:
        """Say something that does not matter for long."""
        self._show_hint(text)
        self._fading.start()
        self.told.emit("info", text)

    def _show_hint(self, text: str) -> None:
        """It has the place of the path, which is longer than most windows are wide."""
        self._hint.show_text(text)
        self._path.setVisible(not text)

    @property
    def hinted(self) -> str:
        """What is said for a while."""
        return self._hint.text()

    def show_facts(self, facts: str, language: str) -> None:
        """Show what the page counts, and the text's language; an empty one takes no room."""
        self.facts.setText(facts)
        self.language.setText(language)
        self._fit()

    def _fit(self) -> None:
        """Show the page's facts where there is room beside what is more important."""
        room = self.width() - 2 * _EDGE - faces.grown(_SIGN)
        for cell in (self._state, self.zoom, self.language, self.facts):
            said = bool(cell.text())
            room -= cell.sizeHint().width() + _EDGE if said else 0
            if cell in (self.language, self.facts):
                cell.setVisible(said and room >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def offer_zoom(self, actions: Mapping[str, QAction], percent: int) -> None:
        """Show how large the writing surface is, with what changes it as a menu."""
        self.zoom.addActions([actions[key] for key in ("zoom_in", "zoom_out", "zoom_usual")])
        self.show_zoom(percent)

    def show_zoom(self, percent: int) -> None:
        """Show how large the writing surface is."""
        text = f"{percent} %"
        self.zoom.setText(text)
        words = tr("Size of the writing surface: {percent}", percent=text)
        self.zoom.setAccessibleName(words)
        self.zoom.setToolTip(words)
        self.zoom.show()

    def redress(self) -> None:
        """Follow the theme."""
        sign = _SIGNS[self._tone]
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(signs.pixmap(sign, tokens()[self._tone], faces.grown(16), ratio))

    def ready(self, text: str) -> None:
        """Nothing is open, or nothing has happened yet."""
        self._say("ok", text)

    def saved(self) -> None:
        """Everything lies in the file."""
        self._say("ok", tr("Everything is saved, {time}", time=time.strftime("%H.%M")))

    def writing(self) -> None:
        """Something is being typed."""
        self._say("info", tr("Writing …"))

    def unsaved(self) -> None:
        """The disk does not take it."""
        self._say("danger", tr("Cannot save"))

    def spared(self, here: bool, gone: bool) -> None:
        """The text being typed is kept as a draft: on this computer only (`here`) or in the file;
        `gone`: the file's folder does not answer."""
        if not here:
            self._say("warn", tr("Kept in the file as a draft"))
        elif gone:
            self._say("warn", tr("Saved on this computer. The folder does not answer."))
        else:
            self._say("warn", tr("Saved on this computer only"))

    def reading(self) -> None:
        """The file was opened for reading."""
        self._say("muted", tr("Open for reading. Nothing can be changed here."))

    def work(
        self,
        key: Hashable,
        text: str,
        done: int,
        total: int,
        cancel: Callable[[], object] | None = None,
        at_once: bool = False,
    ) -> None:
        """Show how far a piece of work has come; the key says which. `cancel`: what stops it, where
        that is possible; `at_once`: it has gone on for a while."""
        self._tasks.tell(key, text, done, total, cancel, at_once)

    def work_ended(self, key: Hashable) -> None:
        """That work goes on no more; what else goes on is shown instead."""
        self._tasks.end(key)

    def _show_work(self) -> None:
        task = self._tasks.front
        if task is not None:
            self._doing.setText(task.text)
            self._bar.setRange(0, task.total)
            self._bar.setValue(task.done)
            self._bar.setAccessibleName(task.text)
        self._doing.setVisible(task is not None)
        self._bar.setVisible(task is not None)
        self._cancel.setVisible(task is not None and task.stoppable)

    def _stop(self) -> None:
        """Stop what is shown, and nothing else."""
        task = self._tasks.front
        if task is not None and task.cancel is not None:
            task.cancel()
