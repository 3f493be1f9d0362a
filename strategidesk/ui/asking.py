"""The system's file dialogs, asked at one place."""

from pathlib import Path
from typing import TYPE_CHECKING

from strategidesk.language import tr
from strategidesk.ui.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ENDING = ".strategi"


def strategy_to_open(parent: "QWidget", settings: Settings) -> Path | None:
    """An existing strategy file; None where the user let it be."""
    kinds = tr("Strategies") + f" (*{ENDING})"
    return existing_file(parent, settings, "open", tr("Open a strategy"), kinds)


def existing_file(
    parent: "QWidget", settings: Settings, purpose: str, title: str, kinds: str
) -> Path | None:
    """A file that is there; None where the user let it be. `kinds`: a filter of the dialog."""
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getOpenFileName(parent, title, str(settings.folder(purpose)), kinds)
    if not name:
        return None
    settings.chose(purpose, Path(name))
    return Path(name)


def existing_folder(
    parent: "QWidget", settings: Settings, purpose: str, title: str, suggested: Path
) -> Path | None:
    """A folder that is there; None where the user let it be. Where the suggested one is not there,
    the folder chosen last for the purpose is suggested."""
    from PySide6.QtWidgets import QFileDialog

    start = suggested if suggested.is_dir() else settings.folder(purpose)
    name = QFileDialog.getExistingDirectory(parent, title, str(start))
    if not name:
        return None
    settings.chose(purpose, Path(name) / "_")
    return Path(name)


def copies_to_merge(parent: "QWidget", settings: Settings) -> list[Path]:
    """Strategy files that are there, one or several; none where the user let it be."""
    from PySide6.QtWidgets import QFileDialog

    kinds = tr("Strategies") + f" (*{ENDING})"
    folder = str(settings.folder("merge"))
    names, _ = QFileDialog.getOpenFileNames(parent, tr("Merge copies"), folder, kinds)
    if names:
        settings.chose("merge", Path(names[0]))
    return [Path(name) for name in names]


def sheets_to_read(parent: "QWidget", settings: Settings) -> list[Path]:
    """Answer sheets that are there, one or several; none where the user let it be."""
    from PySide6.QtWidgets import QFileDialog

    kinds = tr("Answer sheets") + " (*.xlsx *.xlsm *.ods *.xls *.csv)"
    folder = str(settings.folder("answers"))
    names, _ = QFileDialog.getOpenFileNames(parent, tr("Read in answers"), folder, kinds)
    if names:
        settings.chose("answers", Path(names[0]))
    return [Path(name) for name in names]


def new_file(
    parent: "QWidget",
    settings: Settings,
    purpose: str,
    title: str,
    name: str,
    ending: str,
    folder: Path | None = None,
) -> Path | None:
    """Where a new file is to lie; None where the user let it be.

    The folder chosen last for the purpose is suggested, unless another is given.
    """
    from PySide6.QtWidgets import QFileDialog

    suggested = (folder or settings.folder(purpose)) / name
    found, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), f"*{ending}")
    if not found:
        return None
    path = Path(found)
    if path.suffix.lower() != ending:
        path = path.with_name(path.name + ending)
    settings.chose(purpose, path)
    return path
