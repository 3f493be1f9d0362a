"""What the menus do with the strategy as a whole: its file's facts, its check, what it gives away
as a template and as dates."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from strategidesk.desk import files
from strategidesk.desk.calendar import calendar
from strategidesk.desk.jobs import Job
from strategidesk.desk.properties import Properties, check, properties
from strategidesk.desk.templates import save_template
from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui import asking
from strategidesk.ui.frame.banner import DANGER, FILE, OK, WARN, Act
from strategidesk.ui.overview.coming import coming, events
from strategidesk.ui.overview.moments import day_of
from strategidesk.ui.running import Running

if TYPE_CHECKING:
    from strategidesk.ui.window import Window

CHECKED = "file.checked"  # when the file was last found whole, in microseconds UTC
LABELS = "area_label"  # the first field of the strategy's own words on its card
ICS = ".ics"


class AboutFile(Running):
    """Each of them is begun by a command."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._then: Callable[[Any], None] = lambda _result: None

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What can be done, by command key."""
        return {
            "properties": self.properties,
            "check_file": self.check,
            "accessibility": self.accessibility,
            "labels": self.labels,
            "word_template": self.word_template,
            "save_template": self.save_template,
            "calendar": self.save_dates,
        }

    def properties(self) -> None:
        """Show the facts of the file."""
        self._run(properties(self._window.work.desk), self._show_properties)

    def _show_properties(self, facts: Properties) -> None:
        from strategidesk.ui.dialogs.properties import show_properties

        show_properties(self._window, facts, self._window.work.memory.get(CHECKED, 0))

    def check(self) -> None:
        """Look through the whole file, and say what was found."""
        if self._window.saving.commit():
            self._run(check(self._window.work.desk), self._tell_check)

    def _tell_check(self, wrong: int) -> None:
        window = self._window
        if wrong:
            words = tr(
                "The file {path} is damaged in {n} places. Restore it from a backup.",
                path=window.path,
                n=wrong,
            )
            act = Act(tr("Backups …"), lambda: window.menus.do("backups"))
            window.banner.tell(DANGER, words, act, about=FILE)
        else:
            window.work.memory[CHECKED] = window.clock()
            window.banner.tell(OK, tr("The file {path} is whole.", path=window.path))

    def accessibility(self) -> None:
        """Show what would shut readers of the document out, with the way there."""
        from strategidesk.ui.dialogs.accessibility import AccessibilityDialog

        window = self._window
        if window.saving.commit():
            dialog = AccessibilityDialog(window, window.work.strategy)
            dialog.wanted.connect(lambda id, field: window.go_to_field(Id(id), field))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def labels(self) -> None:
        """Go to the strategy's own words."""
        self._window.turn_to("card")
        self._window.page.focus_field(LABELS)

    def word_template(self) -> None:
        """Show the municipality's Word template, and choose another."""
        from strategidesk.ui.dialogs.word_template import WordTemplateDialog

        window = self._window
        if window.saving.commit():
            dialog = WordTemplateDialog(window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def save_template(self) -> None:
        """Save the outline as a template of the user's."""
        from strategidesk.ui.dialogs.save_template import ask_template

        window = self._window
        if not window.saving.commit():
            return
        strategy = window.work.strategy
        answer = ask_template(window, strategy.card.title)
        if answer is None:
            return
        try:
            save_template(strategy, *answer)
        except UserError as trouble:
            window.banner.tell(WARN, str(trouble))
        else:
            window.shell.templates_changed()
            words = tr("The template {name} is saved. It stands on the start page.", name=answer[0])
            window.banner.tell(OK, words)

    def save_dates(self) -> None:
        """The dates ahead as a file for a calendar, where the user wants it."""
        window = self._window
        strategy = window.work.strategy
        title = tr("Dates to the calendar")
        name = tr("{name}, dates", name=window.path.stem) + ICS
        target = asking.new_file(window, window.shell.settings, "calendar", title, name, ICS)
        if target is None:
            return
        found = coming(strategy, day_of(window.clock()))
        content = calendar(events(strategy, found), strategy.card.title, datetime.now(UTC))
        try:
            files.write_bytes(target, [content])
        except UserError as trouble:
            window.banner.tell(WARN, str(trouble))
        else:
            words = tr("The dates lie in {path}. Open it to add them to a calendar.", path=target)
            window.banner.tell(OK, words)

    # work in the background

    def _run(self, job: Job[Any], done: Callable[[Any], None]) -> None:
        if self.may_begin():
            self._then = done
            self.begin_job(job)

    def done(self, result: Any) -> None:
        self._then(result)
