"""One change in full: who, when, the wordings, and how to bring one back."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from strategidesk.desk.commands import Restore, RestoreBefore
from strategidesk.history.revision import EXISTS
from strategidesk.history.timeline import Entry
from strategidesk.language import tr
from strategidesk.model.noun import PLACE
from strategidesk.ui.differences import Differences
from strategidesk.ui.flow import Flow
from strategidesk.ui.history.versions import Versions
from strategidesk.ui.history.wordings import AFTER, BEFORE, CHANGES, pieces
from strategidesk.ui.history.words import Namer
from strategidesk.ui.overview.initials import Initials
from strategidesk.ui.overview.moments import whole_moment
from strategidesk.ui.pages.table import key_of
from strategidesk.ui.parts import button, frame, heading, label
from strategidesk.ui.segments import Segments
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work


class ChangeDetail(QScrollArea):
    """`wanted`: go to the thing (its page's key, its id)."""

    wanted = Signal(str, str)

    def __init__(self, work: Work, now: Callable[[], int]) -> None:
        super().__init__()
        self._work = work
        self._now = now
        self._namer: Namer | None = None
        self.entry: Entry | None = None
        self.title = heading("", wrap=True)
        self.by = label("", faces.small(), "muted", wrap=True)
        self._initials = Initials()
        self.sides = Segments(tr("Show"))
        self.go = button(tr("Go there"), "link", self._go, "onward")
        self.restore_before = button(
            tr("Restore the wording before"), "plain", self.bring_back_before, "undo"
        )
        self.restore = button(tr("Restore this wording"), "plain", self.bring_back, "undo")
        self.text = Differences(tr("What changed"))
        self.text.setProperty("editor", "bare")
        self._what = label("", faces.small(), "muted", wrap=True)
        self._hint = frame("hint")
        self._all = label("", faces.small(bold=True), "muted", wrap=True)
        self.versions = Versions()
        self._card = self._make_card()
        self._lay_out()
        self.sides.chosen.connect(lambda _key: self._write())
        self.versions.chosen.connect(self.show_entry)

    def _lay_out(self) -> None:
        inner = frame("ground")
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.by)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._initials, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        layout.addLayout(head)
        layout.addWidget(Flow(self.sides, self.go))
        layout.addWidget(self._card)
        layout.addWidget(Flow(self.restore_before, self.restore))
        self._hint.setProperty("banner", "info")
        note = QHBoxLayout(self._hint)
        note.setContentsMargins(16, 8, 12, 8)
        words_of_note = tr(
            "Restoring makes a new change with the old wording. "
            "This one stays here, and you can undo with Ctrl+Z."
        )
        note.addWidget(label(words_of_note, wrap=True))
        layout.addWidget(self._hint)
        layout.addWidget(self._all)
        layout.addWidget(self.versions)
        layout.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _make_card(self) -> QWidget:
        card = frame("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(8, 4, 8, 8)
        layout.addWidget(self.text)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 0, 10, 0)
        foot.addWidget(label(tr("added"), faces.small(), "added"))
        foot.addWidget(label(tr("removed"), faces.small(), "removed"))
        foot.addStretch(1)
        foot.addWidget(self._what, 4)
        self._what.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(foot)
        return card

    # what is shown

    def show_change(self, namer: Namer, entry: Entry) -> None:
        """Show a change, and every wording of its field."""
        self._namer = namer
        self.show_entry(entry)
        self.versions.show_field(self._work, namer, entry, self._now())
        self._settle()

    def show_entry(self, entry: Entry) -> None:
        """Show another change of the field whose wordings are listed."""
        assert self._namer is not None
        self.entry = entry
        self.title.setText(self._namer.name(entry))
        self._initials.show_name(entry.author)
        self.by.setText(self._by(entry))
        what = self._namer.what(entry)
        self._what.setText(what)
        choices = [
            (CHANGES, tr("What was changed")),
            (BEFORE, tr("Before")),
            (AFTER, tr("After")),
        ]
        self.sides.show_choices(choices, CHANGES)
        self._write()
        self._settle()
        self.verticalScrollBar().setValue(0)

    def _by(self, entry: Entry) -> str:
        members = self._work.strategy.members
        role = next((m.role for m in members if m.name == entry.author and m.role), "")
        who = ", ".join(part for part in (entry.author or tr("(no name)"), role.lower()) if part)
        return tr("Changed by {who}, {when}", who=who, when=whole_moment(entry.at))

    def _write(self) -> None:
        assert self._namer is not None
        assert self.entry is not None
        found = pieces(self._namer, self.entry, self.sides.key)
        self.text.show_pieces(found)
        self._card.setVisible(bool(found) or self.sides.key != CHANGES)

    def _settle(self) -> None:
        """Offer what can be done with the change."""
        entry, namer = self.entry, self._namer
        assert entry is not None
        assert namer is not None
        exists, moved = entry.field == EXISTS, entry.field == PLACE
        newest = self.versions.newest()
        current = newest is not None and newest.revision == entry.revision
        self.sides.setVisible(not exists and self.text.pieces != ())
        self.go.setVisible(entry.id in self._work.strategy.by_id)
        self.go.setText(tr("Go to the text") if entry.entity == "section" else tr("Go there"))
        writable = not self._work.read_only
        self.restore_before.setVisible(writable and (not exists or not entry.value))
        self.restore_before.setText(self._taking_back(exists, moved))
        self.restore.setVisible(writable and not exists and not moved and not current)
        self._hint.setVisible(writable and not exists and not moved)
        name = namer.name(entry)
        self._all.setText(tr("All wordings of ”{name}”", name=name))
        many = not exists and not moved and self.versions.count() > 1
        self._all.setVisible(many)
        self.versions.setVisible(many)

    def _taking_back(self, exists: bool, moved: bool) -> str:
        if exists:
            return tr("Bring back")
        return tr("Move back") if moved else tr("Restore the wording before")

    # what is done

    def bring_back_before(self) -> None:
        """Give the field what it had before the change."""
        if self.entry is not None:
            self._work.run(
                RestoreBefore(self.entry.revision, label=tr("restore the wording before"))
            )

    def bring_back(self) -> None:
        """Give the field the value that the change gave it."""
        if self.entry is not None:
            self._work.run(Restore(self.entry.revision, label=tr("restore a wording")))

    def _go(self) -> None:
        if self.entry is not None:
            key = key_of(self._work.strategy.schema, self.entry.entity)
            if key is not None:
                self.wanted.emit(key, self.entry.id)
