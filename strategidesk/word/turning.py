"""Lays wide tables of a body on pages of their own side, and what leads them with them."""

from collections.abc import Sequence

from strategidesk.word.headings import Headings
from strategidesk.word.lead import Lead, Start
from strategidesk.word.markup import Piece, kept
from strategidesk.word.package import Package
from strategidesk.word.pages import Pages, Sheet, Spot
from strategidesk.word.sections import Sections, ended, is_paragraph, spacer
from strategidesk.word.styles import Styles
from strategidesk.word.widths import Setting, wants_side

_NEAR = 0.4  # of a page: what is lower than this between two turned tables is turned with them


class Turning:
    """Follows a body as it grows; where the pages turn is written into it at the end."""

    def __init__(
        self,
        package: Package,
        styles: Styles,
        pages: Pages,
        headings: Headings,
        body: list[Piece],
    ) -> None:
        self.opening: Piece = ""
        self.still = False  # while it is, no table turns
        self._styles, self._pages, self._headings, self._body = styles, pages, headings, body
        self._sections = Sections(package, styles)
        self._lead = Lead()
        self._turns: list[int] = []  # before these pieces, onto the side and back in turns
        self._side: Start | None = None  # where the latest pages on their side ended
        self._upright: Spot | None = None  # and the pages after them began

    def heading(self) -> None:
        """A heading comes next."""
        self._lead.heading(self._here())

    def line(self, size: int, listed: bool) -> None:
        """A paragraph of so many characters comes next, maybe an item of a list."""
        if not self._lead.line(size):
            if listed:
                self._lead.stop()
            else:
                self._lead.alone(self._here(), size)

    def stop(self) -> None:
        """Something came that leads no table."""
        self._lead.stop()

    def sheet_for(self, upright: Setting, rows: Sequence[Sequence[str]]) -> Sheet:
        """Where a table, which is set like this upright, is to stand."""
        sections = self._sections
        if self.still:
            return sections.upright
        if self._lead.start:
            self._body[-1:] = map(kept, self._body[-1:])
        if not sections.turns or not wants_side(upright, rows, sections.upright):
            return sections.upright
        if self._near():
            self._turns.pop()
            assert self._side is not None
            self._move(self._side)
        else:
            start = self._lead.start or self._here()
            self._turns.append(start.pieces)
            self._move(start, onto_new=True)
        return sections.side

    def after_table(self, sheet: Sheet) -> bool:
        """The table stands there: back to upright pages; whether it had been on the side."""
        self._lead.stop()
        if sheet is self._sections.upright:
            return False
        self._side = self._here()
        self._turns.append(len(self._body))
        self._pages.turn(self._sections.upright)
        self._pages.new_page()
        self._upright = self._pages.spot
        return True

    def _here(self) -> Start:
        return Start(len(self._body), len(self._headings.all), self._pages.spot)

    def _near(self) -> bool:
        """Whether little has come since the pages were turned back."""
        began, now = self._upright, self._pages.spot
        if began is None or began.number != now.number:
            return False
        return now.used < _NEAR * self._pages.height

    def _move(self, start: Start, onto_new: bool = False) -> None:
        """What has come since `start` stands on its side."""
        height = self._pages.go_back(start.spot)
        self._pages.turn(self._sections.side)
        if onto_new and (start.pieces or start.spot.used):
            self._pages.new_page()
        self._headings.move(start.headings, self._pages.number)
        self._pages.block(height)

    def finish(self) -> None:
        """Writes the sections into the body, which then ends in a paragraph."""
        on_side = bool(self._turns) and self._turns[-1] == len(self._body)
        if on_side:
            self._turns.pop()
            self._body.append(spacer(self._styles))
        inserted = 0
        for number, place in enumerate(self._turns):
            section = self._sections.end(on_side=number % 2 == 1)
            place += inserted
            if place == 0:
                self.opening = section
            elif is_paragraph(self._body[place - 1]):
                self._body[place - 1] = ended(self._body[place - 1], section)
            else:
                self._body.insert(place, spacer(self._styles, section))
                inserted += 1
        self._sections.close(on_side)
