"""The page of decisions, versions and papers: each under its tab."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from strategidesk.desk.commands import Create
from strategidesk.desk.comparing import Sides
from strategidesk.desk.versions import hindrance
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.comparison import Comparison
from strategidesk.model.fields import Id
from strategidesk.model.people import Decision, Paper
from strategidesk.ui import removing
from strategidesk.ui.frame.more import Choice
from strategidesk.ui.pages import arranging
from strategidesk.ui.pages.makings import makings_of
from strategidesk.ui.pages.page import HeaderAct, Making
from strategidesk.ui.pages.pane import Pane
from strategidesk.ui.pages.register import RegisterPage
from strategidesk.ui.pages.saying import Part, Saying, Way, says
from strategidesk.ui.pages.table import REVIEW, Place
from strategidesk.ui.papers import making
from strategidesk.ui.papers.saying import sentence
from strategidesk.ui.papers.view import PapersView
from strategidesk.ui.papers.words import can_export
from strategidesk.ui.versions.view import VersionsView
from strategidesk.ui.words import noun_label
from strategidesk.ui.work import Work
from strategidesk.ui.writing import deeds

ADOPT, SAVE = "adopt", "save_version"  # commands of the window
VERSIONS, PAPERS = 1, 2  # their tabs


class DecisionsPage(RegisterPage):
    """Adopting is dimmed, with its reason, while something waits for a person."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, replace(place, registers=place.registers[:1]))
        self.place = place
        self.versions = VersionsView(work)
        self.versions.asked.connect(self.version_wanted)
        self.versions.saving_wanted.connect(lambda: self.deed_wanted.emit(SAVE))
        self.papers = PapersView(work)
        self.papers.chosen_changed.connect(self.state_changed)
        self.papers.removal_wanted.connect(self.remove)
        self.papers.commented.connect(self._comment)
        self.add_tab(tr("Versions"), self.versions)
        self.add_tab(tr("Papers"), self.papers)
        work.unsettled.changed.connect(self.state_changed)

    @property
    def pane(self) -> Pane:
        return self.pane_of(0)

    @property
    def _on_versions(self) -> bool:
        return self.front_tab() == VERSIONS

    @property
    def on_papers(self) -> bool:
        """Whether the papers are in front."""
        return self.front_tab() == PAPERS

    def _turn(self, tab: int) -> None:
        self.papers.commit()
        super()._turn(tab)
        if self.on_papers:
            self.papers.opened()

    def opened(self) -> None:
        super().opened()
        if self.on_papers:
            self.papers.opened()

    def refresh(self, changes: ChangeSet) -> None:
        if changes.versions or "decision" in changes.nouns:
            self.versions.read()
        self.papers.refresh(changes)
        super().refresh(changes)

    def commit(self) -> bool:
        done = self.papers.commit()
        return super().commit() and done

    def _hindrance(self) -> str:
        found = hindrance(len(self.work.unsettled.items))
        return str(found) if found else ""

    def sentence(self) -> Saying | None:
        if self.on_papers:
            return sentence(self.work.strategy, self.papers.paper)
        return says(Part(self._hindrance(), Way(REVIEW))) or None

    # what can be done

    def acts(self) -> tuple[HeaderAct, ...]:
        if self.on_papers:
            return (self._new_paper(), self._pages(), self._export())
        decision = next(one for one in super().makings() if one.entity == "decision")
        return (
            self._new_paper(),
            HeaderAct(decision.label, "plus", partial(self.make, "decision"), when_reading=False),
            HeaderAct(
                tr("Adopt …"),
                "ok",
                lambda: self.deed_wanted.emit(ADOPT),
                primary=True,
                when_reading=False,
                why=self._hindrance(),
            ),
        )

    def _new_paper(self) -> HeaderAct:
        def nothing() -> None:
            """The menu does it."""

        return HeaderAct(
            tr("New paper …"), "plus", nothing, when_reading=False, menu=self._new_papers
        )

    def _new_papers(self) -> list[list[Choice]]:
        return list(making.choices(not self.work.read_only, self._make_paper))

    def _make_paper(self, new: making.New) -> None:
        if self.pane.detail.commit():
            self.turn_tab(PAPERS)
            self.papers.make(new)

    @property
    def _lacking(self) -> str:
        paper = self.work.strategy.get(Paper, self.papers.paper)
        if paper is None:
            return tr("There is no paper to export.")
        return "" if can_export(paper.kind) else tr("This kind of paper cannot be exported.")

    def _pages(self) -> HeaderAct:
        show = partial(self._show_pages, print_next=False)
        return HeaderAct(tr("Show the pages"), "text", show, why=self._lacking)

    def _show_pages(self, print_next: bool) -> None:
        self.pages_wanted.emit(self.papers.paper or "", print_next)

    def _export(self) -> HeaderAct:
        return HeaderAct(
            tr("Export to Word"),
            "export",
            lambda: self.paper_wanted.emit(self.papers.paper or ""),
            primary=True,
            why=self._lacking,
            exports=True,
        )

    def makings(self) -> tuple[Making, ...]:
        if self.on_papers:
            return tuple(one for one in makings_of(self.work, self.place) if one.entity == "paper")
        return () if self._on_versions else super().makings()

    def make(self, entity: str) -> None:
        if entity == "paper":
            self._make_paper(making.NEW[0])
        else:
            super().make(entity)

    def make_usual(self) -> None:
        if self.on_papers:
            paper = self.work.strategy.get(Paper, self.papers.paper)
            same = (one for one in making.NEW if paper is not None and one.kind == paper.kind)
            self._make_paper(next(same, making.NEW[0]))
        elif self._on_versions:
            self.deed_wanted.emit(SAVE)
        else:
            super().make_usual()

    def has_chosen(self) -> bool:
        if self.on_papers:
            return self.papers.paper is not None
        return not self._on_versions and super().has_chosen()

    def remove(self) -> None:
        if not self.on_papers:
            super().remove()
        elif self.papers.paper is not None and not self.work.read_only:
            self.papers.commit()
            if words := removing.remove(self.work, (self.papers.paper,)):
                self.removed.emit(words)

    def move_by(self, step: int) -> None:
        here = self.papers.paper
        if not self.on_papers:
            super().move_by(step)
        elif here is not None and not self.work.read_only and self.papers.commit():
            strategy = self.work.strategy
            beside = [paper.id for paper in strategy.all(Paper)]
            label = tr("move {thing}", thing=noun_label(strategy, Paper))
            command = arranging.step(strategy, here, beside, step, label)
            if command is not None:
                self.work.run(command)

    def change_level(self, step: int) -> None:
        if not self.on_papers:
            super().change_level(step)

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        edit = self.papers.edit
        if not self.on_papers or self.papers.paper is None:
            return {}
        found: dict[str, Callable[[], object]] = {}
        if not self._lacking:
            found["preview"] = partial(self._show_pages, print_next=False)
            found["print"] = partial(self._show_pages, print_next=True)
        if edit is not None:
            found |= deeds.deeds(edit)
            if not self.work.read_only:
                found["comment"] = self._comment
        return found

    def checked(self) -> Collection[str]:
        edit = self.papers.edit
        return deeds.checked(edit) if self.on_papers and edit is not None else set()

    def _comment(self) -> None:
        """A comment on what is selected in a part, on the page of comments."""
        edit, form = self.papers.edit, self.papers.form
        if edit is None or form is None or self.work.read_only or not self.commit():
            return
        row = next(row for row in form.parts if row.edit is edit)
        values = {
            "target": form.thing,
            "field": row.field.name,
            "quote": " ".join(edit.textCursor().selectedText().split()),
            "author": self.work.desk.author,
        }
        changes = self.work.run(
            Create("comment", values, label=tr("add {thing}", thing=tr("comment")))
        )
        for id in changes.created if changes else ():
            self.place_wanted.emit(id, "text")

    # where one is

    def show_thing(self, id: Id) -> bool:
        if id in self.work.strategy.by_id and self.papers.choose(id):
            self.turn_tab(PAPERS)
            return True
        return super().show_thing(id)

    def focus_field(self, name: str) -> None:
        if not self.on_papers:
            super().focus_field(name)
        elif self.papers.form is not None:
            self.papers.form.focus_field(name)

    def show_minutes(self, decision: Decision) -> None:
        """Bring the extract from the minutes of a decision to the front, made where there is
        none."""
        id = making.minutes_of(self.work, decision)
        if id is not None:
            self.show_thing(id)

    def show_versions(self) -> None:
        """Bring the versions to the front, with the keys on their list."""
        self.turn_tab(VERSIONS)
        self.versions.leave_comparison()

    def show_comparison(self, comparison: Comparison, sides: Sides) -> None:
        """Show what two versions differ in."""
        self.turn_tab(VERSIONS)
        self.versions.show_comparison(comparison, sides)

    def stops(self) -> tuple[QWidget, ...]:
        if self.on_papers:
            return self.papers.stops()
        return self.versions.stops() if self._on_versions else super().stops()
