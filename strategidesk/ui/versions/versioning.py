"""What a window does with versions: saving, adopting, opening, comparing, the next period."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from strategidesk.desk import files
from strategidesk.desk.comparing import Sides, comparing, document_beside, writing
from strategidesk.desk.file_names import safe_name
from strategidesk.desk.information import information
from strategidesk.desk.jobs import Job
from strategidesk.desk.periods import start
from strategidesk.desk.versions import (
    SHORT,
    Adoption,
    adopting,
    hindrance,
    latest_adopted,
    load,
    naming,
    waiting,
)
from strategidesk.errors import UserError
from strategidesk.history.changes import ChangeSet
from strategidesk.history.versions import Version
from strategidesk.language import tr
from strategidesk.model.comparison import Comparison
from strategidesk.model.fields import Id
from strategidesk.model.people import Decision
from strategidesk.ui import asking
from strategidesk.ui.exporting import show_path
from strategidesk.ui.frame.banner import INFO, OK, WARN, Act
from strategidesk.ui.pages.decisions import DecisionsPage
from strategidesk.ui.pages.table import REVIEW
from strategidesk.ui.running import Running
from strategidesk.ui.versions.view import COMPARE, EXPORT, OPEN, WRITE
from strategidesk.word.cover import Information

if TYPE_CHECKING:
    from strategidesk.ui.dialogs.adopt import AdoptDialog
    from strategidesk.ui.window import Window

PAGE = "decisions"  # of the window


@dataclass(frozen=True)
class Shown:
    """The version that a window shows, where it shows one."""

    title: str
    information: Information


class Versioning(Running):
    """Works on a worker thread; the window stays usable, but for the time of an adoption."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._then: Callable[[Any], None] = lambda _result: None
        self.dialog: AdoptDialog | None = None

    def begin(self, job: Job[Any], then: Callable[[Any], None]) -> None:
        """Run a job, and do something with its result."""
        self._then = then
        self.begin_job(job)

    def done(self, result: Any) -> None:
        self._then(result)

    def refused(self, trouble: UserError) -> None:
        if self.dialog is not None:
            self.dialog.refuse(trouble)
        else:
            super().refused(trouble)

    def cancelled(self) -> None:
        if self.dialog is not None:
            self.dialog.setEnabled(True)

    # keeping

    def save_version(self) -> None:
        """Save the strategy as it stands under a name that the user gives."""
        window = self._window
        if not self.may_begin() or not window.saving.commit():
            return
        from strategidesk.ui.dialogs.name_version import ask_version_name

        name = ask_version_name(window)
        if name is not None:
            self.begin(naming(window.work.desk, name), self._saved)

    def _saved(self, changes: ChangeSet) -> None:
        work = self._window.work
        work.desk.tell(changes)
        words = tr("The version ”{title}” is saved.", title=work.versions[0].title)
        self._window.banner.tell(OK, words, Act(tr("Show the versions"), self.show_versions))

    def adopt(self) -> None:
        """Ask for the decision, and adopt; say why not where something waits for a person."""
        window = self._window
        if not self.may_begin() or not window.saving.commit():
            return
        work, unsettled = window.work, window.work.unsettled
        try:
            known = len(unsettled.items) if unsettled.up_to_date else waiting(work.desk.file)
        except UserError as trouble:
            window.banner.tell(WARN, str(trouble))
            return
        hindered = hindrance(known)
        if hindered is not None:
            review = Act(tr("Review now"), lambda: window.turn_to(REVIEW))
            window.banner.tell(WARN, str(hindered), review)
            return
        from strategidesk.ui.dialogs.adopt import AdoptDialog

        dialog = self.dialog = AdoptDialog(window, work.strategy, work.versions)
        dialog.wanted.connect(self._adopt)
        dialog.place_wanted.connect(lambda id, field: window.go_to_field(Id(id), field))
        dialog.finished.connect(lambda _code: self._left(dialog))
        dialog.open()

    def _left(self, dialog: "AdoptDialog") -> None:
        self.dialog = None
        dialog.deleteLater()

    def _adopt(self, adoption: Adoption) -> None:
        self.begin(adopting(self._window.work.desk, adoption), self._adopted)

    def _adopted(self, changes: ChangeSet) -> None:
        if self.dialog is not None:
            self.dialog.done_with()
        window = self._window
        window.work.desk.tell(changes)
        window.work.saved.emit()
        newest = window.work.versions[0]
        words = tr(
            "{title}. It is kept as a version, which Ctrl+Z does not take back.", title=newest.title
        )
        window.banner.tell(
            OK,
            words,
            Act(tr("Export the papers"), partial(self._show_minutes, newest)),
            Act(tr("Open the version"), partial(self.open, newest)),
        )

    def _show_minutes(self, version: Version) -> None:
        """To the extract from the minutes of the decision that a version was adopted by."""
        page = self._page()
        decision = self._window.work.strategy.get(Decision, version.decision)
        if page is not None and decision is not None:
            page.show_minutes(decision)

    # looking

    def show_versions(self) -> None:
        """Turn to the list of versions."""
        page = self._page()
        if page is not None:
            page.show_versions()

    def _page(self) -> DecisionsPage | None:
        self._window.turn_to(PAGE)
        page = self._window.page
        return page if isinstance(page, DecisionsPage) else None

    def do(self, what: str, about: Any) -> None:
        """What the page asks for (strategidesk.ui.versions.view)."""
        deeds: dict[str, Callable[[Any], None]] = {
            OPEN: self.open,
            EXPORT: self._window.exporting.ask_version,
            COMPARE: self.compare,
            WRITE: lambda _none: self.write(),
        }
        deeds[what](about)

    def open(self, version: Version) -> None:
        """Show a version in a window of its own, to read."""
        window, file = self._window, self._window.work.desk.file
        path = _place(version)
        shown = self._shown(version)

        def make() -> None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            files.make(path, version.author, load(file, version))

        window.shell.open(path, window, reading=True, make=make, then=partial(_show, shown))

    def _shown(self, version: Version) -> Callable[["Window"], Shown]:
        found = self._window.work.versions

        def of(window: "Window") -> Shown:
            return Shown(version.title, information(window.work.strategy, found, version))

        return of

    def compare(self, sides: Sides) -> None:
        """Find what two versions differ in, and show it."""
        if self.may_begin() and self._window.saving.commit():
            job = comparing(self._window.work.desk.file, sides)
            self.begin(job, partial(self._compared, sides))

    def _compared(self, sides: Sides, comparison: Comparison) -> None:
        page = self._page()
        if page is not None:
            page.show_comparison(comparison, sides)

    def write(self) -> None:
        """Write the comparison that is shown as a document, where the user wants it."""
        window, page = self._window, self._page()
        if page is None or not self.may_begin():
            return
        view = page.versions.comparing
        if view.comparison is None or view.sides is None:
            return
        name, title = document_beside(window.path).name, tr("Save the comparison")
        target = asking.new_file(window, window.shell.settings, "export", title, name, ".docx")
        if target is not None:
            self.begin(writing(view.comparison, view.sides, target), self._written)

    def _written(self, path: Path) -> None:
        self._window.banner.tell(
            OK,
            tr("The comparison is saved."),
            Act(tr("Open"), lambda: show_path(path)),
            Act(tr("Show in folder"), lambda: show_path(path.parent)),
        )

    # the next period

    def new_period(self) -> None:
        """Begin the next period from the version that was adopted last, in a file that the user
        chooses."""
        window = self._window
        adopted = latest_adopted(window.work.versions)
        if adopted is None:
            words = tr("No version is adopted yet. The next period begins from an adopted one.")
            window.banner.tell(INFO, words)
            return
        ending = asking.ENDING
        name = tr("{name}, next period", name=window.path.stem) + ending
        title = tr("Where is the next period to lie?")
        path = asking.new_file(window, window.shell.settings, "new", title, name, ending)
        if path is not None:
            make = partial(start, path, window.path, window.shell.author, adopted.id)
            window.shell.open(path, window, make=make, then=partial(_tell_begun, adopted.title))


def _place(version: Version) -> Path:
    """Where the file lies that shows a version; the same for one version while the program runs."""
    folder = Path(tempfile.gettempdir()) / f"strategidesk-{os.getpid()}" / version.id[:SHORT]
    return folder / f"{safe_name(version.title) or version.id[:SHORT]}{asking.ENDING}"


def _show(shown: Callable[["Window"], Shown], window: "Window") -> None:
    """Say what is read there, and leave no trace of its file."""
    version = shown(window)
    window.show_as_version(version)
    window.shell.settings.forget(str(window.path))
    words = tr(
        "This is the version ”{title}”, as it was then. It can be read and exported.",
        title=version.title,
    )
    window.banner.tell(INFO, words)


def _tell_begun(title: str, window: "Window") -> None:
    words = tr(
        "The new period begins from ”{title}”. It is a draft: decisions, papers, "
        "consultations and follow-up stay with the old one.",
        title=title,
    )
    window.banner.tell(INFO, words)
