"""One file of the corpus: how it is made, where it is received, and what is said of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from strategidesk.guard.wanted import ANSWERS, DOCUMENTS, TEMPLATES, WORKBOOKS, Wanted

__all__ = ["ANSWERS", "DOCUMENTS", "TEMPLATES", "WORKBOOKS", "Hostile", "Maker"]

Maker = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file that is not let in; `says` is the whole sentence, with {file} for its name."""

    name: str  # what is wrong with it, and of the test
    make: Maker
    says: str
    wanted: Wanted = ANSWERS
    file: str = "svar.xlsx"

    def put(self, folder: Path) -> Path:
        """Makes it in a folder; answers its path."""
        path = folder / self.file
        path.write_bytes(self.make())
        return path

    @property
    def sentence(self) -> str:
        """What is said, in Swedish."""
        return self.says.replace("{file}", self.file)
