"""The ways into a strategy: each asks what it must, then has the file made and opened."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from strategidesk.desk import backups, files
from strategidesk.desk.answers.gathering import ENDINGS
from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.templates import templates
from strategidesk.language import tr
from strategidesk.paths import resource
from strategidesk.ui import asking
from strategidesk.ui.dialogs.backups import ask_backup
from strategidesk.ui.dialogs.new_strategy import NewStrategy, ask_new_strategy
from strategidesk.ui.frame.banner import WARN
from strategidesk.ui.start.tour import show_round

if TYPE_CHECKING:
    from strategidesk.ui.shell import Shell, Then
    from strategidesk.ui.window import Window

_SAMPLE = ("sample", "ekbacka.json")


def ask_open(shell: "Shell", front: QMainWindow) -> None:
    """Let the user choose a file, and open it."""
    path = asking.strategy_to_open(front, shell.settings)
    if path is not None:
        shell.open(path, front)


def ask_new(shell: "Shell", front: QMainWindow, template: str) -> None:
    """Let the user say what the new strategy is, make it and open it where one writes."""
    answer = ask_new_strategy(front, shell.settings, templates(), template)
    if answer is not None:
        make = partial(_make, answer, shell.author)
        shell.open(answer.path, front, make=make, then=_begin_to_write)


def _make(answer: NewStrategy, author: str) -> None:
    files.new(answer.path, author, answer.template, answer.title, answer.municipality or None)
    if answer.reference_number:
        values = {"reference_number": answer.reference_number}
        with Desk.open(answer.path, author) as desk:
            desk.run(SetFields(desk.strategy.card.id, values))


def _begin_to_write(window: "Window") -> None:
    """To the first section's text, under what the template says of it."""
    window.turn_to("text")
    first = next(iter(window.work.strategy.sections), None)
    if first is not None:
        if first.guidance:
            window.go_to_field(first.id, "guidance")
        window.go_to_field(first.id, "body")


def try_sample(shell: "Shell", front: QMainWindow) -> None:
    """Make a copy of the sample where the user wants it, and open that."""
    title = tr("Where is the sample to lie?")
    _load(shell, front, resource(*_SAMPLE), tr("Sample strategy"), title, _show_round_once)


def _load(
    shell: "Shell",
    front: QMainWindow,
    data: Path,
    name: str,
    title: str,
    then: "Then | None" = None,
) -> None:
    """A new file, where the user wants it, of interchange data."""
    ending = asking.ENDING
    path = asking.new_file(front, shell.settings, "new", title, name + ending, ending)
    if path is not None:
        shell.open(path, front, make=partial(files.load, data, path, shell.author), then=then)


def tour(shell: "Shell", front: QMainWindow) -> None:
    """Show round in the strategy in front; where there is none, in a sample that is made anew each
    time."""
    for window in shell.windows:
        if window is front:
            show_round(window)
            return
    path = shell.settings.place(tr("Tour") + asking.ENDING)
    shell.open(path, front, make=partial(_make_sample, path, shell.author), then=_show_sample)


def _make_sample(path: Path, author: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    files.load(resource(*_SAMPLE), path, author)


def _show_sample(window: "Window") -> None:
    window.shell.settings.forget(str(window.path))
    show_round(window)


def _show_round_once(window: "Window") -> None:
    if not window.shell.settings.toured:
        show_round(window)


def ask_copy(shell: "Shell", front: QMainWindow | None, path: Path) -> None:
    """A working copy of a file, beside it or where the user wants it, which is then opened."""
    name = f"{path.stem}, {shell.author}" if shell.author else tr("{name}, copy", name=path.stem)
    title = tr("Where is your copy to lie?")
    front = front or shell.show_start()
    settings, ending = shell.settings, asking.ENDING
    target = asking.new_file(
        front, settings, "copy", title, name + ending, ending, folder=path.parent
    )
    if target is not None:
        shell.open(target, front, make=partial(files.copy, path, target))


def ask_backups(shell: "Shell", front: QMainWindow, path: Path | None) -> None:
    """Show a file's backups; the one that is chosen takes the file's place."""
    path = path or asking.strategy_to_open(front, shell.settings)
    name = ask_backup(front, path) if path is not None else None
    if path is None or name is None:
        return
    for window in [window for window in shell.windows if window.path == path]:
        shell.show_start()
        if not window.close():
            return
    shell.open(path, front, make=partial(backups.restore, path, name, shell.author))


def take_dropped(shell: "Shell", paths: list[Path], front: QMainWindow) -> None:
    """Merge copies dropped on a strategy into it, and open other strategies; take interchange data
    into a new file, and say what else cannot be taken."""
    window = next((one for one in shell.windows if one is front), None)
    if window is not None and not window.work.read_only:
        copies = [path for path in paths if path.suffix.lower() == asking.ENDING]
        paths = [path for path in paths if path not in copies]
        if copies:
            window.merging.begin(copies)
        sheets = [path for path in paths if path.suffix.lower() in ENDINGS or path.is_dir()]
        paths = [path for path in paths if path not in sheets]
        if sheets:
            window.reading_in.begin(sheets)
    for path in paths:
        match path.suffix.lower():
            case asking.ENDING:
                shell.open(path, front)
            case ending if ending in ENDINGS and window is not None:  # open for reading
                words = tr("The file is open for reading. Nothing can be read into it.")
                shell.banner(front).tell(WARN, words)
            case ".json":
                _load(shell, front, path, path.stem, tr("Where is the new strategy to lie?"))
            case _:
                words = tr(
                    "{name} cannot be opened here. Drop a strategy (.strategi), "
                    "or data of one (.json).",
                    name=path.name,
                )
                shell.banner(front).tell(WARN, words)
