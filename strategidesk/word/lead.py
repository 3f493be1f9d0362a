"""What leads a table: the headings and the few short lines right before it, which go with it."""

from typing import NamedTuple

from strategidesk.word.pages import Spot

_WITH_HEADING, _ALONE = 400, 200  # characters of the lines that go along


class Start(NamedTuple):
    """Where the lead begins: pieces of the body and headings before it, and where on the pages."""

    pieces: int
    headings: int
    spot: Spot


class Lead:
    """Follows a body as it grows."""

    def __init__(self) -> None:
        self.start: Start | None = None
        self._headed = self._bare = False  # it has a heading; nothing but headings
        self._size = 0

    def heading(self, here: Start) -> None:
        if not self._bare:
            self.start = here
        self._headed = self._bare = True
        self._size = 0

    def line(self, size: int) -> bool:
        """A paragraph of so many characters; False where it is too long to go along."""
        self._bare = False
        self._size += size
        return bool(self.start) and self._size <= (_WITH_HEADING if self._headed else _ALONE)

    def alone(self, here: Start, size: int) -> None:
        """The paragraph, which did not go along, may lead by itself."""
        self._headed = False
        self._size = size
        self.start = here if size <= _ALONE else None

    def stop(self) -> None:
        """Something that no table is led by: another table, a picture."""
        self.start = None
        self._headed = self._bare = False
        self._size = 0
