"""The commands and their arguments, declared once. Light: the work is imported when it is run."""

import argparse
import getpass
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from strategidesk.language import tr


@dataclass(frozen=True)
class Argument:
    """One argument; `help` is an English source string."""

    flags: tuple[str, ...]
    help: str
    options: tuple[tuple[str, Any], ...] = ()

    def add_to(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(*self.flags, help=tr(self.help), **dict(self.options))


@dataclass(frozen=True)
class Verb:
    """One command and the function that does it; or a word with commands of its own, `verbs`."""

    name: str
    help: str
    module: str = ""
    function: str = ""
    arguments: tuple[Argument, ...] = ()
    verbs: "tuple[Verb, ...]" = ()


def _path(name: str, help: str, **options: Any) -> Argument:
    metavar = () if name.startswith("-") else (("metavar", name.upper()),)
    return Argument((name,), help, (("type", Path), *metavar, *options.items()))


def _text(name: str, help: str, **options: Any) -> Argument:
    metavar = () if name.startswith("-") else (("metavar", name.upper()),)
    return Argument((name,), help, (*metavar, *options.items()))


def _switch(name: str, help: str) -> Argument:
    return Argument((name,), help, (("action", "store_true"),))


def account() -> str:
    """The name of the account, for those who give no other."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


FILE = _path("file", "the strategy file")
AUTHOR = _text("--author", "whose change it is (default: the account's name)", metavar="NAME")

COMMANDS = (
    Verb(
        "new",
        "make a new strategy file, empty or from a template",
        "files",
        "new",
        (
            FILE,
            _text("--template", "begin from this template", metavar="NAME"),
            _text("--title", "the strategy's title", metavar="TITLE"),
            _text("--municipality", "the municipality's name", metavar="NAME"),
            _path("--from", "begin the next period of this strategy", metavar="OLD", dest="old"),
            _text("--version", "of OLD: its title or id (default: adopted last)", metavar="V"),
            AUTHOR,
        ),
    ),
    Verb("templates", "list the templates", "files", "templates", ()),
    Verb(
        "load",
        "make a strategy file from interchange JSON",
        "files",
        "load",
        (_path("data", "the interchange JSON"), FILE, AUTHOR),
    ),
    Verb(
        "dump",
        "write the whole content as interchange JSON",
        "files",
        "dump",
        (FILE, _path("--out", "the JSON file (default: standard output)", metavar="DATA.json")),
    ),
    Verb(
        "apply",
        "apply a list of edits as one step",
        "editing",
        "apply",
        (
            FILE,
            _path("changes", "the edits: a JSON list of set, create, move and delete"),
            _path(
                "--seen",
                "edit as somebody who had this copy of the strategy open",
                metavar="FILE2",
            ),
            AUTHOR,
        ),
    ),
    Verb(
        "export",
        "write a Word, PDF or Excel document",
        "exporting",
        "export",
        (
            FILE,
            _text("what", "strategy, activity-plan, proposal or minutes"),
            _text("--format", "docx, pdf or xlsx (default: docx)", metavar="F"),
            _text("--form", "how much of the plan: compact or full", metavar="FORM"),
            _text("--unit", "of the plan: what this unit does, by name or id", metavar="U"),
            _text("--year", "of the plan: what goes on in this year", metavar="Y"),
            _path("--template", "another template than the one kept in the file", metavar="T"),
            _switch("--own-look", "the program's look, whatever template is kept in the file"),
            _text("--version", "as it was in this version: its title or id", metavar="V"),
            _text("--about", "of papers: strategy (default) or activity-plan", metavar="WHAT"),
            _text("--paper", "of papers: this one in the file (default: the last)", metavar="ID"),
            _switch("--comments", "with the group's comments beside the text"),
            _switch("--quick", "estimate the page numbers of the contents"),
            _path("--out", "the document (default: beside the file)", metavar="PATH"),
        ),
    ),
    Verb(
        "followup",
        "ask the units by Excel sheets",
        verbs=(
            Verb(
                "send",
                "make a sheet for each unit, and the texts of the mails",
                "followup",
                "send",
                (
                    FILE,
                    _text("--period", "the period: 2026, 2026-04, 2026-08", required=True),
                    _path("--out", "the folder for the sheets", metavar="DIR", required=True),
                    _text("--kind", "follow-up (default) or proposals"),
                    _text("--unit", "only this unit: its name or id", action="append", default=[]),
                    _text("--last-reply", "the last day to reply", metavar="D"),
                    _text("--message", "what the units read first", metavar="T"),
                    _path("--template", "the municipality's own workbook", metavar="T.xlsx"),
                    AUTHOR,
                ),
            ),
            Verb(
                "read",
                "take in the answers that came back, and tell what is asked and refused",
                "answers",
                "read",
                (
                    FILE,
                    _path("sheets", "what came back: workbooks, or folders with them", nargs="+"),
                    _switch("--dry-run", "only tell what would be taken in"),
                    _path("--report", "write what became of each cell here", metavar="R.json"),
                    AUTHOR,
                ),
            ),
            Verb(
                "status",
                "tell which units have answered a round, and which are late",
                "standing",
                "status",
                (
                    FILE,
                    _text("--period", "the period: 2026, 2026-04, 2026-08", required=True),
                    _text("--kind", "follow-up (default) or proposals"),
                    _text("--day", "the day by which units are late (default: today)", metavar="D"),
                    _switch("--reminders", "the mails to units that have not answered all"),
                    _switch("--json", "as JSON, with counts and ids by unit, area and hallmark"),
                ),
            ),
        ),
    ),
    Verb(
        "template",
        "keep the municipality's Word template in the file, and tell what is to know of it",
        "template",
        "template",
        (
            FILE,
            _path("--set", "keep this .docx or .dotx", metavar="T", dest="new"),
            _switch("--remove", "documents get the program's own look"),
            _path("--out", "write the kept template to this file", metavar="PATH"),
            _switch("--json", "as JSON"),
            AUTHOR,
        ),
    ),
    Verb(
        "copy",
        "make a working copy with the whole history",
        "files",
        "copy",
        (FILE, _path("new", "the copy")),
    ),
    Verb(
        "merge",
        "put the changes of working copies into the file",
        "merging",
        "merge",
        (
            FILE,
            _path("others", "the copies", nargs="+"),
            AUTHOR,
        ),
    ),
    Verb(
        "review",
        "list what waits for a person",
        "merging",
        "review",
        (FILE, _switch("--json", "as JSON")),
    ),
    Verb(
        "resolve",
        "settle what waits for a person",
        "merging",
        "resolve",
        (
            FILE,
            _text("item", "what waits, as review names it"),
            _text("--take", "take this wording, as review names it", metavar="REVISION"),
            _path("--text-file", "take the text in this file", metavar="F"),
            _switch("--keep", "keep what is shown; what was removed comes back"),
            _switch("--delete", "let it go, and what points at what is gone"),
            _switch("--dismiss", "it may stay as it is"),
            AUTHOR,
        ),
    ),
    Verb(
        "history",
        "tell who wrote what, when",
        "history",
        "history",
        (
            FILE,
            _text("--id", "only of this thing", metavar="ID"),
            _text("--field", "only of this field", metavar="F"),
            _switch("--json", "as JSON"),
        ),
    ),
    Verb(
        "restore",
        "bring back the wording of a change",
        "editing",
        "restore",
        (FILE, _text("revision", "the change, as history names it"), AUTHOR),
    ),
    Verb(
        "adopt",
        "write the decision that adopts the strategy, and keep it as a version",
        "versions",
        "adopt",
        (
            FILE,
            _text("--body", "who has decided", metavar="B", required=True),
            _text("--date", "the day of the decision", metavar="D", required=True),
            _text("--paragraph", "the decision's paragraph", metavar="P", required=True),
            _text("--what", "strategy (default) or activity-plan", metavar="WHAT"),
            AUTHOR,
        ),
    ),
    Verb(
        "versions",
        "list the versions, or keep the strategy as one",
        "versions",
        "versions",
        (
            FILE,
            _text("--name", "keep the strategy as it stands under this name", metavar="TITLE"),
            _switch("--json", "as JSON"),
            AUTHOR,
        ),
    ),
    Verb(
        "compare",
        "tell what two versions differ in",
        "versions",
        "compare",
        (
            FILE,
            _text("a", "the older version: its title or id, or now"),
            _text("b", "the newer version: its title or id, or now"),
            _switch("--json", "as JSON"),
            _text("--format", "docx: write a Word document", metavar="F"),
            _path("--template", "the municipality's own template", metavar="T"),
            _path("--out", "the document (default: beside the file)", metavar="PATH"),
        ),
    ),
    Verb(
        "verify",
        "check that the file is whole and holds what was written",
        "history",
        "verify",
        (FILE,),
    ),
    Verb(
        "backup",
        "make, list or restore safe copies",
        "backups",
        "backup",
        (
            FILE,
            _path("--to", "put the safe copy here", metavar="P"),
            _switch("--list", "list the backups, newest first"),
            _text(
                "--restore", "put a backup in the file's place (latest: the newest)", metavar="NAME"
            ),
        ),
    ),
)
