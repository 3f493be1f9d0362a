"""Asks who is to have a working copy, and where the copies are to lie."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from strategidesk.desk.sending import common_name, targets
from strategidesk.language import tr
from strategidesk.model.people import Member
from strategidesk.ui import asking
from strategidesk.ui.copies.mail import mail_text
from strategidesk.ui.copies.member_row import MemberRow
from strategidesk.ui.copies.memory import CopyMemory, others_of
from strategidesk.ui.copies.telling import listed
from strategidesk.ui.dialogs.buttons import column, deciding
from strategidesk.ui.dialogs.export_panel import PAUSE
from strategidesk.ui.parts import TITLE_BAR, bare, button, frame, head_of, label
from strategidesk.ui.theme import faces
from strategidesk.ui.words import NAMELESS

if TYPE_CHECKING:
    from strategidesk.ui.window import Window

WIDTH = 600  # logical pixels
ROWS = (2, 8)  # that are seen without scrolling: at least, and where there is room
MOST_FILES = 3  # that are named


@dataclass(frozen=True)
class Wish:
    """Who is to have a copy, and the folder."""

    members: tuple[Member, ...]
    folder: Path


class SendCopyDialog(QDialog):
    """`wanted` carries a Wish, when the user has said to make the copies."""

    wanted = Signal(object)

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        work = window.work
        self._memory = CopyMemory(work.memory)
        self.setWindowTitle(tr("Send working copy"))
        self.setMinimumWidth(WIDTH)
        strategy, author, now = work.strategy, work.desk.author, window.clock()
        others = others_of(strategy, author)
        self.rows = [
            MemberRow(strategy, one, self._memory.exchange(one.id), now)
            for one in strategy.members
            if one.id in others
        ]
        chosen = self._memory.chosen(strategy, author)
        for row in self.rows:
            row.box.setChecked(row.member.id in chosen)
            row.box.toggled.connect(lambda _on: self._note())
        self.folder = QLineEdit(str(self._memory.folder or window.path.parent / tr("Copies")))
        self.note = label("", faces.small(), "muted", wrap=True)
        buttons, self.make = deciding(self, tr("Make {n} copies", n=len(self.rows)))
        self.make.setDefault(True)
        self._lay_out(buttons)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._note)
        self.folder.textEdited.connect(lambda _text: self._pause.start())
        self._note()
        room = window.screen().availableSize() - TITLE_BAR
        self.resize(self.sizeHint().boundedTo(room))
        self.rows[0].box.setFocus()

    def _lay_out(self, buttons: QWidget) -> None:
        layout = column(self, 4)
        what = tr(
            "Everybody writes in a copy of their own. When the copies come back you put them "
            "together, in any order. No text is lost."
        )
        layout.addWidget(label(what, faces.ui(), wrap=True))
        layout.addSpacing(8)
        listing = self._list()
        layout.addWidget(head_of(listing, tr("Recipients")))
        layout.addWidget(listing)
        layout.addSpacing(8)
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        choose = button(tr("Choose …"), "plain", self._choose)
        choose.setAccessibleDescription(tr("Folder"))
        where.addWidget(choose)
        layout.addWidget(head_of(self.folder, tr("Folder")))
        layout.addLayout(where)
        layout.addWidget(self.note)
        layout.addSpacing(16)
        foot = QHBoxLayout()
        self.mail = button(tr("Copy e-mail text"), "link", self.copy_mail)
        foot.addWidget(self.mail)
        foot.addStretch(1)
        foot.addWidget(buttons)
        layout.addLayout(foot)

    def _list(self) -> QWidget:
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        for row in self.rows:
            rows.addWidget(row)
        rows.addStretch(1)
        area = QScrollArea()
        bare(area, inner)
        high, many = self.rows[0].sizeHint().height(), len(self.rows)
        least, most = (high * min(many, seen) + 2 for seen in ROWS)
        area.setMinimumHeight(least)
        area.setMaximumHeight(most)
        card = frame("card")
        card.setMaximumHeight(most + 2)
        around = QVBoxLayout(card)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(area)
        return card

    # what is shown

    @property
    def chosen(self) -> tuple[Member, ...]:
        """Who is to have a copy."""
        return tuple(row.member for row in self.rows if row.box.isChecked())

    def _place(self) -> Path:
        """The folder; one that is named alone lies beside the strategy."""
        return self._window.path.parent / self.folder.text().strip()

    def _note(self) -> bool:
        """Say which files will come; False where none can."""
        self._pause.stop()
        count = len(self.chosen)
        said, can = self._outcome()
        self.note.setText(said)
        self.folder.setAccessibleDescription(said)
        self.make.setText(tr("Make 1 copy") if count == 1 else tr("Make {n} copies", n=count))
        self.make.setEnabled(can)
        return can

    def _outcome(self) -> tuple[str, bool]:
        """What will come of it as it stands, and whether that is something."""
        folder = self._place()
        if not self.chosen:
            return tr("Choose who is to have a copy."), False
        if not self.folder.text().strip():
            return tr("Write where the copies are to lie."), False
        if not os.path.isdir(folder) and not os.path.isdir(folder.parent):
            return tr("The folder {folder} is not there.", folder=folder.parent), False
        people = [one.name for one in self.chosen]
        members = self._window.work.strategy.members
        own = [self._window.work.desk.author, *(one.name for one in members)]
        names = [f"”{path.name}”" for path in targets(folder, self._common(own), people)]
        if len(names) > MOST_FILES + 1:
            rest = tr("{n} others", n=len(names) - MOST_FILES)
            names = [*names[:MOST_FILES], rest]
        if len(people) == 1:
            return tr("1 file is made: {name}.", name=names[0]), True
        return tr("{n} files are made: {names}.", n=len(people), names=listed(names)), True

    def _common(self, own: list[str]) -> str:
        return common_name(self._window.path, own)

    # what is done

    def _choose(self) -> None:
        settings = self._window.shell.settings
        found = asking.existing_folder(self, settings, "copies", tr("Folder"), self._place())
        if found is not None:
            self.folder.setText(str(found))
            self._note()

    def copy_mail(self) -> None:
        """Put the text of the e-mail on the clipboard."""
        work = self._window.work
        text = mail_text(work.strategy.card.title or tr(NAMELESS), work.desk.author)
        QGuiApplication.clipboard().setText(text)
        self.note.setText(tr("The text lies on the clipboard. Paste it into the e-mail."))

    def accept(self) -> None:
        """Make the copies, where there is somebody to have them and a place."""
        if self._note():
            wish = Wish(self.chosen, self._place())
            super().accept()
            self.wanted.emit(wish)
