"""The page of decisions and versions: each under its tab."""

from functools import partial

from PySide6.QtWidgets import QWidget

from strategidesk.desk.comparing import Sides
from strategidesk.desk.versions import hindrance
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.comparison import Comparison
from strategidesk.ui.pages.page import HeaderAct, Making
from strategidesk.ui.pages.pane import Pane
from strategidesk.ui.pages.register import RegisterPage
from strategidesk.ui.pages.saying import Part, Saying, Way, says
from strategidesk.ui.pages.table import REVIEW, Place
from strategidesk.ui.versions.view import VersionsView
from strategidesk.ui.work import Work

ADOPT, SAVE = "adopt", "save_version"  # commands of the window
_VERSIONS = 1  # its tab


class DecisionsPage(RegisterPage):
    """Adopting is dimmed, with its reason, while something waits for a person."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self.versions = VersionsView(work)
        self.versions.asked.connect(self.version_wanted)
        self.versions.saving_wanted.connect(lambda: self.deed_wanted.emit(SAVE))
        self.add_tab(tr("Versions"), self.versions)
        work.unsettled.changed.connect(self.state_changed)

    @property
    def pane(self) -> Pane:
        return self.panes[0]

    @property
    def _on_versions(self) -> bool:
        return self.front_tab() == _VERSIONS

    def refresh(self, changes: ChangeSet) -> None:
        if changes.versions or "decision" in changes.nouns:
            self.versions.read()
        super().refresh(changes)

    def _hindrance(self) -> str:
        found = hindrance(len(self.work.unsettled.items))
        return str(found) if found else ""

    def sentence(self) -> Saying | None:
        return says(Part(self._hindrance(), Way(REVIEW))) or None

    def acts(self) -> tuple[HeaderAct, ...]:
        paper, decision = self._adding("paper", "decision")
        adopt = HeaderAct(
            tr("Adopt …"),
            "ok",
            lambda: self.deed_wanted.emit(ADOPT),
            primary=True,
            when_reading=False,
            why=self._hindrance(),
        )
        return (paper, decision, adopt)

    def _adding(self, *entities: str) -> list[HeaderAct]:
        known = {making.entity: making for making in super().makings()}
        return [
            HeaderAct(
                known[entity].label,
                "plus",
                partial(self.make, entity),
                when_reading=False,
            )
            for entity in entities
        ]

    def makings(self) -> tuple[Making, ...]:
        return () if self._on_versions else super().makings()

    def make_usual(self) -> None:
        if self._on_versions:
            self.deed_wanted.emit(SAVE)
        else:
            super().make_usual()

    def has_chosen(self) -> bool:
        return not self._on_versions and super().has_chosen()

    def show_versions(self) -> None:
        """Bring the versions to the front, with the keys on their list."""
        self.turn_tab(_VERSIONS)
        self.versions.leave_comparison()

    def show_comparison(self, comparison: Comparison, sides: Sides) -> None:
        """Show what two versions differ in."""
        self.turn_tab(_VERSIONS)
        self.versions.show_comparison(comparison, sides)

    def stops(self) -> tuple[QWidget, ...]:
        return self.versions.stops() if self._on_versions else super().stops()
