"""The table of contents: a field that Word updates, already filled in."""

from collections.abc import Iterable, Sequence

from strategidesk.model.wording import wording
from strategidesk.word.headings import Heading
from strategidesk.word.markup import TAB, Piece, escaped, field, paragraph, run
from strategidesk.word.styles import Styles

_DEEPEST, _USUAL = 3, 2
_TITLE, _FIRST, _ENTRY = 55.0, 21.3, 15.3  # points: the heading, an entry of level 1, of others
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_NUMBER_ROOM = (454, 624, 794)  # twips between a number and its heading


def listed(headings: Sequence[Heading], room: float) -> list[Heading]:
    """The headings that the contents show: three levels where they fit into `room` points.

    Else two: contents over several pages would hide the outline that they are to show.
    """
    entries = _down_to(headings, _DEEPEST)
    return entries if height(entries) <= room else _down_to(headings, _USUAL)


def height(entries: Sequence[Heading]) -> float:
    """How high the contents are, in points."""
    return _TITLE + sum(_FIRST if entry.level == 1 else _ENTRY for entry in entries)


def _down_to(headings: Sequence[Heading], level: int) -> list[Heading]:
    return [heading for heading in headings if heading.level <= level]


def contents(headings: Sequence[Heading], styles: Styles, later: int) -> Iterable[Piece]:
    """The contents; `later` pages stand before the first page."""
    title = paragraph(styles.id("TOC Heading"), run(wording().text("contents")))
    entries = [_entry(heading, styles, later) for heading in headings]
    entries[0] = entries[0].replace("</w:pPr>", "</w:pPr>" + _begin(headings), 1)
    yield (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{title}"
    )
    entries[-1] = entries[-1].removesuffix("</w:p>") + f"{_END}</w:p>"
    yield from entries
    yield "</w:sdtContent></w:sdt>"


def _begin(entries: Sequence[Heading]) -> Piece:
    depth = max(heading.level for heading in entries)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
        f' TOC \\o "1-{depth}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _entry(heading: Heading, styles: Styles, later: int) -> Piece:
    tabs = number = ""
    if heading.number:
        room = 284 * (heading.level - 1) + _NUMBER_ROOM[heading.level - 1]
        tabs = f'<w:tabs><w:tab w:val="left" w:pos="{room}"/></w:tabs>'
        number = run(heading.number) + TAB
    page = field(f"PAGEREF {heading.bookmark} \\h", str(heading.page + later))
    return paragraph(
        styles.id(f"toc {heading.level}"),
        f'<w:hyperlink w:anchor="{escaped(heading.bookmark)}" w:history="1">'
        f"{number}{run(heading.text)}{TAB}{page}</w:hyperlink>",
        tabs,
    )
