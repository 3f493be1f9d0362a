"""Headings: their styles, their numbers and where the contents find them."""

from typing import NamedTuple

from strategidesk.word.heading_numbers import DEEPEST, Numbers
from strategidesk.word.markup import Piece, paragraph, run
from strategidesk.word.pages import Pages
from strategidesk.word.styles import Styles
from strategidesk.word.typography import Typeset

_SIZES = (18.0, 14.0, 12.0, 11.0)
_SPACE = (32.0, 24.0, 18.0, 15.0)


class Heading(NamedTuple):
    """A heading as the contents list it. `number` is empty where headings have none."""

    level: int
    number: str
    text: str
    bookmark: str
    page: int


class Headings:
    """All headings of a document, in order."""

    def __init__(self, styles: Styles, pages: Pages, numbers: Numbers, typeset: Typeset) -> None:
        self.all: list[Heading] = []
        self._styles = styles
        self._pages = pages
        self._numbers = numbers
        self._typeset = typeset

    def add(self, level: int, text: str) -> Piece:
        """The heading's paragraph, with the bookmark that the contents point at."""
        text = self._typeset(text)
        level = max(1, min(level, DEEPEST))
        place = min(level, len(_SIZES)) - 1
        self._pages.kept(_SIZES[place] * 1.2 + _SPACE[place], 40)
        bookmark = f"_Toc{100000000 + len(self.all)}"
        heading = Heading(level, self._numbers.next(level), text, bookmark, self._pages.number)
        self.all.append(heading)
        id = len(self.all)
        return paragraph(
            self._styles.id(f"heading {level}"),
            f'<w:bookmarkStart w:id="{id}" w:name="{bookmark}"/>{run(text)}'
            f'<w:bookmarkEnd w:id="{id}"/>',
        )

    def move(self, first: int, page: int) -> None:
        """All headings from one on stand on this page."""
        self.all[first:] = [heading._replace(page=page) for heading in self.all[first:]]
