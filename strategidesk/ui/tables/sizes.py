"""How wide the columns and how high the rows of a table are, as the user has chosen."""

from PySide6.QtCore import QObject

from strategidesk.ui.tables.column import NUMBER
from strategidesk.ui.tables.grid import Grid
from strategidesk.ui.tables.memory import Memory
from strategidesk.ui.tables.widths import widths_of
from strategidesk.ui.things.model import ONE_LINE, TWO_LINES

STEP = 24  # logical pixels that a key makes a column wider or narrower
LEAST = 40


class Sizes(QObject):
    """Reads and keeps widths and lines in the table's memory."""

    def __init__(self, grid: Grid, memory: Memory) -> None:
        super().__init__(grid)
        self._grid = grid
        self._memory = memory
        self._sizing = False
        grid.headings.sectionResized.connect(self._resized)
        grid.widened.connect(self.give_widths)

    @property
    def two_lines(self) -> bool:
        """Whether rows have two lines."""
        return self._memory.two_lines

    def set_two_lines(self, two: bool) -> None:
        """Two lines in each row, or one."""
        self._memory.two_lines = two
        self.give_lines()

    def give_lines(self) -> None:
        """The height that the lines take in today's face."""
        two = self._memory.two_lines
        line = self._grid.painter_of_cells.look.height
        least = max(TWO_LINES, 2 * line + 14) if two else max(ONE_LINE, line + 14)
        self._grid.set_two_lines(two, least)

    def give_widths(self) -> None:
        """The remembered widths; the others share what is left, and none is too narrow to read."""
        columns, known = self._grid.things.columns, self._memory.widths
        room = self._grid.viewport().width()
        self._sizing = True
        for at, width in enumerate(widths_of(columns, known, room)):
            self._grid.setColumnWidth(at, width)
        self._sizing = False

    def widen(self, step: int) -> None:
        """Make the column of the cell in focus wider (1) or narrower (-1), and remember it."""
        at = self._grid.currentIndex().column()
        if at >= 0 and self._grid.things.columns[at].name != NUMBER:
            self._grid.setColumnWidth(at, max(LEAST, self._grid.columnWidth(at) + step * STEP))
            self._grid.scrollTo(self._grid.currentIndex())

    def _resized(self, section: int, _old: int, new: int) -> None:
        if not self._sizing:
            self._memory.widths[self._grid.things.columns[section].name] = new
