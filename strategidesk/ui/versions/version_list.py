"""The list of versions, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from strategidesk.history.versions import Version
from strategidesk.language import tr
from strategidesk.ui.overview.moments import moment
from strategidesk.ui.things.delegate import LineDelegate
from strategidesk.ui.things.model import DETAIL, TWO_LINES
from strategidesk.ui.versions import words

_VERSION = Qt.ItemDataRole.UserRole + 8


class VersionList(QListWidget):
    """`chosen`: the user is on another version, or on none."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "pages")
        self.setItemDelegate(LineDelegate(self, selects=True))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Versions"))
        self.currentItemChanged.connect(lambda _now, _before: self.chosen.emit())

    def show_versions(self, found: Sequence[Version], now: int) -> None:
        """List these; the one that the user is on stays, else the newest is."""
        here = self.version
        self.clear()
        for one in found:
            item = QListWidgetItem(one.title, self)
            detail = f"{words.kind_of(one)}, {moment(one.at, now)}, {one.author}"
            item.setData(DETAIL, detail)
            item.setData(_VERSION, one)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.title}. {detail}")
            item.setToolTip(one.title)
            item.setSizeHint(QSize(100, TWO_LINES))
        some = Qt.FocusPolicy.StrongFocus if found else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(some)  # an empty list has no place for the keys
        row = next((at for at, one in enumerate(found) if one == here), 0)
        self.setCurrentRow(row if found else -1)

    @property
    def version(self) -> Version | None:
        """The version that the user is on."""
        item = self.currentItem()
        found: Version | None = item.data(_VERSION) if item is not None else None
        return found
