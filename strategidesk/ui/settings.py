"""What the window remembers between starts, in one small JSON file of the user's."""

import json
import os
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from strategidesk import language

MOST_RECENT = 10
SYSTEM_LANGUAGE = "system"
_FOLDER = "STRATEGIDESK_CONFIG"


@dataclass
class Settings:
    """The user's name, theme, files opened last and folders chosen last.

    `recent` says when a file was opened in microseconds UTC.
    """

    author: str = ""
    role: str = ""
    unit: str = ""
    theme: str = "system"
    face: str = "serif"  # of the writing: one of `faces.READING`
    language: str = language.DEFAULT  # of the window from its next start; or SYSTEM_LANGUAGE
    keys: str = "usual"  # or "word": as in the Swedish Word
    keys_asked: bool = False  # which keys are wanted has been asked, or said
    toured: bool = False  # the tour has been ended, and does not begin by itself
    recent: list[dict[str, str]] = field(default_factory=list)  # path, title, opened
    folders: dict[str, str] = field(default_factory=dict)  # by purpose
    window: dict[str, Any] = field(default_factory=dict)  # size of the one closed last
    places: dict[str, dict[str, Any]] = field(default_factory=dict)  # of each file, by its path

    @classmethod
    def load(cls) -> "Settings":
        """What was remembered; nothing where the file is missing or is not ours."""
        made = cls()
        with suppress(OSError, ValueError):
            found = json.loads(_path().read_text(encoding="utf-8"))
            if isinstance(found, dict):
                for name, value in asdict(made).items():
                    if isinstance(found.get(name), type(value)):
                        setattr(made, name, found[name])
        return made

    def save(self) -> None:
        """Remember it. A folder that cannot be written to is no reason to stop anybody."""
        path = _path()
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            work = path.with_name(path.name + ".tmp")
            work.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")
            work.replace(path)

    def opened(self, path: Path, title: str) -> None:
        """A file was opened: it stands first among the recent ones."""
        self._drop(str(path))
        now = str(time.time_ns() // 1000)
        self.recent.insert(0, {"path": str(path), "title": title, "opened": now})
        del self.recent[MOST_RECENT:]
        self.save()

    def memory(self, path: Path) -> dict[str, Any]:
        """What is remembered of one file's pages: JSON values by name. What is put there is kept
        when the window closes."""
        return self.places.setdefault(str(path), {})

    def place(self, name: str) -> Path:
        """Where a file of the program's own lies."""
        return _path().with_name(name)

    def forget(self, path: str) -> None:
        """Take a file off the list; the file itself stays."""
        self._drop(path)
        self.save()

    def _drop(self, path: str) -> None:
        self.recent = [one for one in self.recent if one.get("path") != path]

    def folder(self, purpose: str) -> Path:
        """The folder chosen last for this purpose, else the user's documents."""
        remembered = Path(self.folders.get(purpose, ""))
        if self.folders.get(purpose) and remembered.is_dir():
            return remembered
        documents = Path.home() / "Documents"
        return documents if documents.is_dir() else Path.home()

    def chose(self, purpose: str, path: Path) -> None:
        """A file was chosen: its folder is remembered for the purpose."""
        self.folders[purpose] = str(path.parent)
        self.save()


def _path() -> Path:
    folder = os.environ.get(_FOLDER)
    if folder:
        return Path(folder) / "window.json"
    import platformdirs

    return platformdirs.user_config_path("StrategiDesk", appauthor=False) / "window.json"
