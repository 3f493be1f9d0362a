"""Lists and numbered headings: the part word/numbering.xml (ECMA-376 part 1, 17.9).

A numbered list is a `w:num` of its own, so that it begins at its own start. Heading numbers are one
multilevel list that the heading styles are linked to.
"""

from lxml import etree

from strategidesk.word.markup import Piece, W
from strategidesk.word.styles import Styles

_VAL = f"{{{W}}}val"
_ABSTRACT, _NUM = f"{{{W}}}abstractNum", f"{{{W}}}num"
_ABSTRACT_ID, _NUM_ID = f"{{{W}}}abstractNumId", f"{{{W}}}numId"
LEVELS = 9
_NO_LIST = 0  # takes a paragraph or style out of the list it inherits
INDENT = 397  # twips per list level
_MARGIN = 680  # twips that a paragraph's number stands before it
_SMALL = '<w:b w:val="0"/><w:i w:val="0"/><w:color w:val="595959"/><w:sz w:val="16"/>'  # 7.0:1


class Numbering:
    """The lists of one document."""

    def __init__(self, root: etree._Element, styles: Styles) -> None:
        """`root`: the document's `w:numbering`, which the lists are added to at the end."""
        self._root = root
        self._styles = styles
        self._next_num = 1 + _highest(root, _NUM, _NUM_ID)
        self._next_abstract = 1 + _highest(root, _ABSTRACT, _ABSTRACT_ID)
        self._abstracts: list[Piece] = []
        self._nums: list[Piece] = []
        self._kinds: dict[str, int] = {}
        self._bullets: int | None = None

    def bullets(self) -> int:
        """The list of all bullets."""
        if self._bullets is None:
            self._bullets = self._num(self._abstract("bullet"), "")
        return self._bullets

    def numbers(self, level: int, start: int) -> int:
        """A new list whose items at `level` (0 and up) are numbered from `start`."""
        override = (
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        )
        return self._num(self._abstract("decimal"), override)

    def number_headings(self, depth: int) -> None:
        """Decimal numbers (1, 1.1, ...) for the first `depth` heading levels, by their styles."""
        names = [f"heading {level}" for level in range(1, depth + 1)]
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            f'<w:pStyle w:val="{self._styles.id(name)}"/><w:suff w:val="tab"/>'
            f'<w:lvlText w:val="{".".join(f"%{n + 1}" for n in range(level + 1))}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{_room(level)}"/>'
            f'</w:tabs><w:ind w:left="{_room(level)}" w:hanging="{_room(level)}"/></w:pPr></w:lvl>'
            for level, name in enumerate(names)
        )
        number = self._num(self._new_abstract(levels), "")
        for level, name in enumerate(names):
            _link(self._styles.element(name), level, number)
        self.leave_contents_out()

    def leave_headings_out(self) -> None:
        """Headings have no numbers, though the template gives them some."""
        for level in range(1, LEVELS + 1):
            if self._styles.has(f"heading {level}"):
                _link(self._styles.element(f"heading {level}"), 0, _NO_LIST)

    def leave_contents_out(self) -> None:
        """The heading of the contents has no number; it may be based on heading 1."""
        _link(self._styles.element("TOC Heading"), 0, _NO_LIST)

    def number_paragraphs(self, style: str) -> None:
        """Numbers for the paragraphs of a style, small and in the margin before them."""
        level = (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            f'<w:pStyle w:val="{self._styles.as_text(style)}"/><w:suff w:val="tab"/>'
            f'<w:lvlText w:val="%1"/><w:lvlJc w:val="left"/><w:pPr><w:tabs>'
            f'<w:tab w:val="num" w:pos="0"/></w:tabs><w:ind w:left="0" w:hanging="{_MARGIN}"/>'
            f"</w:pPr><w:rPr>{_SMALL}</w:rPr></w:lvl>"
        )
        _link(self._styles.element(style), 0, self._num(self._new_abstract(level), ""))

    def finish(self) -> None:
        """Adds every list that was asked for to the part."""
        if not self._nums:
            return
        made = etree.fromstring(
            f'<w:numbering xmlns:w="{W}">{"".join(self._abstracts)}{"".join(self._nums)}'
            "</w:numbering>"
        )
        first = self._root.find(_NUM)
        place = len(self._root) if first is None else self._root.index(first)
        for offset, abstract in enumerate(made.findall(_ABSTRACT)):
            self._root.insert(place + offset, abstract)
        last = max((i for i, e in enumerate(self._root) if e.tag in (_ABSTRACT, _NUM)), default=-1)
        for offset, num in enumerate(made.findall(_NUM), 1):
            self._root.insert(last + offset, num)

    def _num(self, abstract: int, override: Piece) -> int:
        number = self._next_num
        self._next_num += 1
        self._nums.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
        )
        return number

    def _abstract(self, kind: str) -> int:
        if kind not in self._kinds:
            self._kinds[kind] = self._new_abstract("".join(_levels(kind)))
        return self._kinds[kind]

    def _new_abstract(self, levels: Piece) -> int:
        number = self._next_abstract
        self._next_abstract += 1
        self._abstracts.append(
            f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x60000000 + number:08X}"/>'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        return number


def _levels(kind: str) -> list[Piece]:
    made = []
    for level in range(LEVELS):
        lettered = kind == "decimal" and level % 3 == 1
        text = ("•", "–")[level % 2] if kind == "bullet" else f"%{level + 1}" + ".)."[level % 3]
        made.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{"lowerLetter" if lettered else kind}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
            f'<w:ind w:left="{INDENT * (level + 1)}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
        )
    return made


def _room(level: int) -> int:
    return 567 + 170 * level


def _link(style: etree._Element, level: int, number: int) -> None:
    """Makes the style's paragraphs items of a list; `w:numPr` has its place in `w:pPr`."""
    properties = style.find(f"{{{W}}}pPr")
    if properties is None:
        properties = etree.Element(f"{{{W}}}pPr")
        run = style.find(f"{{{W}}}rPr")
        style.insert(len(style) if run is None else style.index(run), properties)
    for old in properties.findall(f"{{{W}}}numPr"):
        properties.remove(old)
    before = {f"{{{W}}}{tag}" for tag in _BEFORE_NUMBERS}
    place = sum(child.tag in before for child in properties)
    made = etree.fromstring(
        f'<w:numPr xmlns:w="{W}"><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )
    properties.insert(place, made)


_BEFORE_NUMBERS = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")


def _highest(root: etree._Element, tag: str, attribute: str) -> int:
    return max((int(child.get(attribute, "0")) for child in root.findall(tag)), default=0)
