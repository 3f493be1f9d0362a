"""How a stretch of text looks when its styles are followed to the end.

Source: ECMA-376 part 1, 17.7.2 (the order in which formatting applies) and 17.7.6 (table styles).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from lxml import etree

from strategidesk.word.colors import BLACK, WHITE, Theme, ground, text_color
from strategidesk.word.contrast import luminance
from strategidesk.word.markup import W
from strategidesk.word.style_chain import chain

HALF_POINTS = 20  # of a text whose styles say nothing: 10 points
_OFF = ("0", "false", "off", "none")
_DARK = 0.179  # luminance under which text of no colour of its own turns white, as in Word


@cache
def w(name: str) -> str:
    """A name in the namespace of Word's markup."""
    return f"{{{W}}}{name}"


class Look(NamedTuple):
    """What is seen: text in `color` on `ground`, `points` high."""

    color: str
    ground: str
    points: float
    bold: bool
    underlined: bool
    raised: bool  # above or below the line, so smaller than it says


class Cell(NamedTuple):
    """Where in which table a text stands."""

    style: str = ""  # the table style's id
    region: str = ""  # the part that is set apart: "firstRow", "firstCol"
    shade: etree._Element | None = None  # its own `w:shd`


class Looks:
    """The styles of a document by id."""

    def __init__(self, root: etree._Element | None, theme: Theme) -> None:
        self._theme = theme
        self._styles: dict[str, etree._Element] = {}
        self._usual: dict[str, str] = {}  # id of the default style by type
        found = root.iterfind(w("style")) if root is not None else ()
        for style in found:
            id, kind = style.get(w("styleId"), ""), style.get(w("type"), "")
            self._styles[id] = style
            if style.get(w("default")) in ("1", "true", "on"):
                self._usual.setdefault(kind, id)
        path = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"
        self.defaults = root.find(path) if root is not None else None
        self._chains: dict[str, tuple[etree._Element, ...]] = {}

    def name(self, id: str) -> str:
        """What the style is called in the file: Word's own by their English names."""
        style = self._styles.get(id or self._usual.get("paragraph", ""))
        name = style.find(w("name")) if style is not None else None
        return name.get(w("val"), id) if name is not None else id

    def chain(self, id: str, kind: str = "paragraph") -> tuple[etree._Element, ...]:
        """The style and those that it is based on, the nearest first; an unknown one is usual."""
        id = id if id in self._styles else self._usual.get(kind, "")
        if id not in self._chains:
            self._chains[id] = tuple(chain(self._styles.get(id), self._styles))
        return self._chains[id]

    def nearest(self, id: str, path: str) -> etree._Element | None:
        """The nearest `path` (as `w:pPr/w:outlineLvl`) of a paragraph style."""
        names = "/".join(w(part.removeprefix("w:")) for part in path.split("/"))
        return next((f for s in self.chain(id) if (f := s.find(names)) is not None), None)

    def look(
        self,
        paragraph: str,
        character: str = "",
        run: etree._Element | None = None,
        own: etree._Element | None = None,
        cell: Cell | None = None,
    ) -> Look:
        """`paragraph` and `character` are ids of styles, `run` and `own` the `w:rPr` and `w:pPr`
        that stand in the text itself."""
        table = list(self._of_table(cell)) if cell else []
        chain = self.chain(paragraph)
        letters = self.chain(character, "character") if character else ()
        sources = [
            *([run] if run is not None else ()),
            *_inside((*letters, *chain, *table), "rPr"),
            *([self.defaults] if self.defaults is not None else ()),
        ]
        behind = self._ground(run, letters, own, chain, table, cell)
        size = _value(sources, "sz")
        return Look(
            self._color(sources, behind),
            behind,
            int(size) / 2 if size.isdigit() else HALF_POINTS / 2,
            _on(sources, "b"),
            _on(sources, "u"),
            _value(sources, "vertAlign") in ("superscript", "subscript"),
        )

    @property
    def followed(self) -> str:
        """The colour of links that somebody has followed; without a style of theirs the theme's."""
        for style in self._styles.values():
            if self.name(style.get(w("styleId"), "")).casefold() == "followedhyperlink":
                found = style.find(f"{w('rPr')}/{w('color')}")
                return (text_color(found, self._theme) if found is not None else None) or BLACK
        return self._theme.get("folHlink", BLACK)

    def _color(self, sources: Sequence[etree._Element], behind: str) -> str:
        found = _first(sources, "color")
        color = text_color(found, self._theme) if found is not None else None
        if color is None:
            return WHITE if luminance(behind) < _DARK else BLACK
        return color

    def _ground(
        self,
        run: etree._Element | None,
        letters: Sequence[etree._Element],
        own: etree._Element | None,
        chain: Sequence[etree._Element],
        table: Sequence[etree._Element],
        cell: Cell | None,
    ) -> str:
        """What is painted nearest behind the text; a page is white."""
        runs = [*([run] if run is not None else ()), *_inside((*letters, *chain), "rPr")]
        paragraphs = [*([own] if own is not None else ()), *_inside(chain, "pPr")]
        painted = [
            _first(runs, "highlight"),
            _first(runs, "shd"),
            _first(paragraphs, "shd"),
            cell.shade if cell else None,
            *(_first([cells], "shd") for cells in _inside(table, "tcPr")),
        ]
        colors = (ground(one, self._theme) for one in painted if one is not None)
        return next((color for color in colors if color), WHITE)

    def _of_table(self, cell: Cell) -> Iterator[etree._Element]:
        """The formatting that a table style gives, that of the region first."""
        chain = self.chain(cell.style, "table")
        for style in chain if cell.region else ():
            for part in style.iterfind(w("tblStylePr")):
                if part.get(w("type")) == cell.region:
                    yield part
        yield from chain


def _inside(holders: Sequence[etree._Element], name: str) -> list[etree._Element]:
    return [found for holder in holders if (found := holder.find(w(name))) is not None]


def _first(sources: Sequence[etree._Element], name: str) -> etree._Element | None:
    return next((f for source in sources if (f := source.find(w(name))) is not None), None)


def _value(sources: Sequence[etree._Element], name: str) -> str:
    found = _first(sources, name)
    return found.get(w("val"), "") if found is not None else ""


def _on(sources: Sequence[etree._Element], name: str) -> bool:
    found = _first(sources, name)
    return found is not None and found.get(w("val"), "1") not in _OFF
