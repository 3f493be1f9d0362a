"""Every dialog of the window, asked for as the program asks for it."""

import importlib
import pkgutil
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

import strategidesk.ui
from strategidesk.desk import backups
from strategidesk.desk.commands import Create, SetFields
from strategidesk.desk.exports import PDF, Wish
from strategidesk.desk.properties import Properties
from strategidesk.desk.rounds.commands import NewRound
from strategidesk.desk.rounds.mails import Mail
from strategidesk.desk.rounds.sheets import SentRound, Sheet
from strategidesk.desk.templates import Template
from strategidesk.errors import UserError
from strategidesk.model.follow_up import Round
from strategidesk.model.noun import new_id
from strategidesk.publish.sheets import Sheets
from strategidesk.ui.dialogs.about import tell_about
from strategidesk.ui.dialogs.accessibility import AccessibilityDialog
from strategidesk.ui.dialogs.adopt import AdoptDialog
from strategidesk.ui.dialogs.backups import BackupsDialog, ask_backup
from strategidesk.ui.dialogs.crash import CrashDialog
from strategidesk.ui.dialogs.details import DetailsDialog, show_details
from strategidesk.ui.dialogs.export_panel import ExportPanel
from strategidesk.ui.dialogs.identity import IdentityDialog, ask_identity
from strategidesk.ui.dialogs.keyboard import KeyboardDialog, show_keyboard
from strategidesk.ui.dialogs.make_sheets import MakeSheetsDialog
from strategidesk.ui.dialogs.manual import Manual
from strategidesk.ui.dialogs.name_version import NameVersionDialog, ask_version_name
from strategidesk.ui.dialogs.new_strategy import NewStrategyDialog, ask_new_strategy
from strategidesk.ui.dialogs.prepare_consultation import (
    PrepareConsultationDialog,
    ask_consultation,
)
from strategidesk.ui.dialogs.properties import PropertiesDialog, show_properties
from strategidesk.ui.dialogs.round import RoundDialog
from strategidesk.ui.dialogs.round_mails import RoundMailsDialog
from strategidesk.ui.dialogs.save_template import SaveTemplateDialog, ask_template
from strategidesk.ui.dialogs.send_copy import SendCopyDialog
from strategidesk.ui.dialogs.settings import SettingsDialog, ask_settings
from strategidesk.ui.dialogs.sheets import SheetsDialog
from strategidesk.ui.dialogs.word_template import WordTemplateDialog
from strategidesk.ui.frame.events import EventsDialog, show_events
from strategidesk.ui.preview.dialog import Preview
from strategidesk.ui.window import Window
from strategidesk.ui.writing.ask_link import LinkDialog, ask_link
from tests.support import office
from tests.support.windows import wait_for_job
from tests.support.word_templates import Made, saved, style, text


def _identity(window: Window) -> None:
    for noun in window.work.strategy.schema.nouns:
        if noun.meta.derived:
            ask_identity(window.work, noun, {}, window)


def _backups(window: Window) -> None:
    ask_backup(window, window.path.with_name("0.strategi"))
    backups.make(window.path)
    ask_backup(window, window.path)


def _events(window: Window) -> None:
    show_events(window.events, window)
    window.save()
    window.banner.tell("info", "0")
    show_events(window.events, window)


def _crash(_window: Window) -> None:
    unsaved = CrashDialog("0", kept=False)
    unsaved.exec()
    unsaved.deleteLater()
    dialog = CrashDialog("0")
    dialog.exec()
    dialog.show_button.click()
    dialog.exec()
    dialog.deleteLater()


def _link(window: Window) -> None:
    ask_link(window, "", "")
    ask_link(window, "0", "https://0.0/")
    ask_link(window, "0", "0:0")


def _manual(window: Window) -> None:
    manual = Manual(window)
    manual.text.clear()  # the manual is in Swedish, whichever language the window speaks
    manual.exec()
    manual.deleteLater()


def _exports(window: Window) -> None:
    for choice in window.exporting.choices():
        window.exporting.ask(choice)
    strategy = window.work.strategy
    window.work.run(SetFields(strategy.card.id, {"title": "", "language": ""}))
    for section in strategy.sections[:8]:
        window.work.run(SetFields(section.id, {"heading": "", "body": "![](blob:0)"}))
    window.exporting.ask(window.exporting.choices()[0])


def _adopting(window: Window) -> None:
    dialog = AdoptDialog(window, window.work.strategy, ())
    dialog.open()
    dialog.body.setText("0")
    dialog.date.setText("0")
    dialog.about.setCurrentIndex(1)
    dialog.about.activated.emit(1)
    dialog.open()
    dialog.deleteLater()


def _properties(window: Window) -> None:
    at = datetime(2026, 1, 2, tzinfo=UTC)
    show_properties(window, Properties(Path("0"), 2_000_000, 0, ("0",), date(2026, 1, 2), at), 1)
    show_properties(window, Properties(Path("0"), 1, 0, (), None, None), 0)


def _copies(window: Window) -> None:
    window.work.run(Create("member", {"name": "0"}))
    window.sending.ask()


def _consultation(window: Window) -> None:
    dialog = PrepareConsultationDialog(window, "", "0")
    dialog.open()
    dialog.title.clear()
    dialog.deleteLater()
    lines = ("2026-03-09", "0"), ("2026-03-09", ""), ("2026-03-08", ""), ("0", "")
    for reply_by, reply_to in lines:
        dialog = PrepareConsultationDialog(window, "0", "2026-03-09")
        dialog.reply_by.setText(reply_by)
        dialog.reply_to.setText(reply_to)
        dialog.open()
        dialog.recipients.setPlainText("0")
        dialog.open()
        dialog.deleteLater()
    ask_consultation(window, "0", "2026-03-09")


def _preview(window: Window) -> None:
    choices = [one for one in window.exporting.choices() if one.format == PDF]
    dialog = Preview(window, window.work.strategy, choices, lambda _choice: Wish())
    dialog.open()
    dialog.pane.clear("0")
    dialog.open()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.pdf")
        path.write_bytes(office.pdf(("0", "0")))
        dialog.pane.show_sheets(Sheets(path))
    dialog.open()
    dialog.pane.doing.tell("0")
    dialog.open()
    dialog.done(0)


def _word_template(window: Window) -> None:
    window.about_file.word_template()
    dialog = WordTemplateDialog(window)
    nameless = Made()
    font = '<w:rPr><w:rFonts w:ascii="0"/></w:rPr>'
    nameless.part("styles", "styles", style("0", "0", font, more='w:default="1"'))
    with tempfile.TemporaryDirectory() as folder:
        for content in (nameless.content(text("0")), b"0"):
            dialog.take(saved(Path(folder), "0.docx", content))
            while not dialog.free:
                QApplication.processEvents()
            dialog.open()
    dialog.done(0)


def _one_round(window: Window) -> None:
    """There is a round, and somebody whom it asks."""
    unit = new_id()
    window.work.run(Create("unit", {"name": "0"}, id=unit))
    window.work.run(Create("activity", {"title": "0", "unit": unit}))
    window.work.run(NewRound({"kind": "follow_up", "period": "2025"}))


def _look(dialog: SheetsDialog) -> None:
    """Open it with all that it shows but what goes to the units, which is in Swedish anyhow."""
    while dialog.preview.busy:
        QApplication.processEvents()
    dialog.preview.table.setRowCount(0)
    dialog.preview.table.setColumnCount(0)
    dialog.open()


def _rounds(window: Window) -> None:
    _one_round(window)
    dialog = RoundDialog(window, window.work.strategy.all(Round)[-1])
    _look(dialog)
    dialog.reject()
    dialog.deleteLater()
    dialog = RoundDialog(window)
    _look(dialog)
    dialog.kind.buttons["proposals"].click()
    usual = dialog.units.chosen
    for chosen in ((), (None,), usual[:1]):
        dialog.units.choose(chosen)
        _look(dialog)
    for written in ("0", "2025", "2026-08"):
        dialog.period.setEditText(written)
        _look(dialog)
    for written in ("0", "2026-01-01"):
        dialog.last_reply_on.setText(written)
        _look(dialog)
    dialog.places.folder.setText("")
    dialog.places.changed.emit()
    _look(dialog)
    dialog.reject()
    dialog.deleteLater()


def _sheets(window: Window) -> None:
    _one_round(window)
    with tempfile.TemporaryDirectory() as folder:
        for number in (1, 2, 3):
            dialog = MakeSheetsDialog(window, window.work.strategy.all(Round)[-1])
            dialog.places.folder.setText(folder)
            dialog.units.choose(dialog.units.chosen[:number])
            _look(dialog)
            dialog.make.click()
            wait_for_job(window.rounds)
            dialog.deleteLater()


def _mails(window: Window) -> None:
    sheet = Sheet(None, Path("0.xlsx"), Mail("", "0", "0"))
    dialog = RoundMailsDialog(window, SentRound(Path("."), (sheet,), Path("0.txt")))
    dialog.open()
    dialog.copy_one()
    dialog.open()
    dialog.copy_all()
    dialog.open()
    dialog.reject()
    dialog.deleteLater()


ASKED: dict[type[QDialog], Callable[[Window], object]] = {
    QMessageBox: tell_about,
    AdoptDialog: _adopting,
    AccessibilityDialog: lambda window: window.about_file.accessibility(),
    BackupsDialog: _backups,
    Preview: _preview,
    PropertiesDialog: _properties,
    PrepareConsultationDialog: _consultation,
    SaveTemplateDialog: lambda window: ask_template(window, "0"),
    DetailsDialog: lambda window: show_details(window, UserError("{what}", what=0)),
    CrashDialog: _crash,
    EventsDialog: _events,
    ExportPanel: _exports,
    IdentityDialog: _identity,
    KeyboardDialog: lambda window: show_keyboard(window, window.menus.keyed()),
    LinkDialog: _link,
    Manual: _manual,
    NameVersionDialog: ask_version_name,
    NewStrategyDialog: lambda window: ask_new_strategy(
        window, window.shell.settings, [Template("0", "0", Path("0"), 1)]
    ),
    SendCopyDialog: _copies,
    WordTemplateDialog: _word_template,
    RoundDialog: _rounds,
    MakeSheetsDialog: _sheets,
    RoundMailsDialog: _mails,
    SettingsDialog: lambda window: ask_settings(window, window.shell.settings, "0"),
}


def kinds() -> set[type[QDialog]]:
    """Every class of dialogs that the program declares and shows."""
    for module in pkgutil.walk_packages(strategidesk.ui.__path__, "strategidesk.ui."):
        importlib.import_module(module.name)
    ours = (one for one in _below(QDialog) if one.__module__.startswith("strategidesk."))
    return {one for one in ours if not one.__subclasses__()}  # the others are shared by several


def _below(kind: type[QDialog]) -> set[type[QDialog]]:
    found = set(kind.__subclasses__())
    return found.union(*(_below(one) for one in found))
