"""Whether text can be seen: contrast, size, and nothing told by colour alone.

Sources: WCAG 2.2, 1.4.1 (use of colour) and 1.4.3 (contrast). The least sizes are our own: no law
names one, and a table of many columns at nine points breaks its words.
"""

from collections.abc import Iterator

from lxml import etree

from strategidesk.language import active, tr
from strategidesk.word.colors import WHITE
from strategidesk.word.contrast import READABLE, contrast, needed
from strategidesk.word.inspection.fault import COLOR, CONTRAST, SIZE, Fault
from strategidesk.word.inspection.looks import w
from strategidesk.word.inspection.opened import Opened, short, text_of
from strategidesk.word.inspection.stretches import Placed, Stretch, cells, stretches
from strategidesk.word.style_names import swedish

SMALLEST, SMALLEST_IN_TABLE = 9.0, 8.0  # points
_PAINTED = {"color", "shd", "highlight"}
_LINK = w("hyperlink")
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def seen(document: Opened) -> Iterator[Fault]:
    """The faults of what text looks like."""
    found: dict[Fault, None] = {}
    for placed in stretches(document):
        found.update(dict.fromkeys(_of_stretch(placed)))
    for block in document.blocks:
        if block.is_table and _says_by_shade(block.element):
            sentence = tr("A cell says something by its colour alone. Write it in words.")
            found[Fault(COLOR, block.place, sentence)] = None
    if any(link.get(_ID) is not None for link in document.body.iter(_LINK)):
        place = tr("Links that have been followed")
        found.update(dict.fromkeys(_pale(place, document.looks.followed, WHITE, READABLE)))
    yield from found


def _of_stretch(placed: Placed) -> Iterator[Fault]:
    look, by_hand = placed.stretch.look, placed.stretch.by_hand
    place = placed.place if by_hand & _PAINTED else _style_place(placed.stretch)
    yield from _pale(place, look.color, look.ground, needed(look.points, look.bold))
    smallest = SMALLEST_IN_TABLE if placed.stretch.in_table else SMALLEST
    if look.points < smallest and not look.raised:
        sentence = tr(
            "The text is {size} points. Below {least} it is hard to read.",
            size=_number(look.points),
            least=_number(smallest),
        )
        place = placed.place if "sz" in by_hand else _style_place(placed.stretch)
        yield Fault(SIZE, place, sentence)
    yield from _by_color(placed)


def _pale(place: str, color: str, behind: str, least: float) -> Iterator[Fault]:
    ratio = contrast(color, behind)
    if ratio < least:
        sentence = tr(
            "The text is hard to tell from what is behind it: the contrast is {ratio} to 1, and "
            "{least} is needed.",
            ratio=_number(ratio),
            least=_number(least),
        )
        yield Fault(CONTRAST, place, sentence)


def _style_place(stretch: Stretch) -> str:
    name = (active() == "sv" and swedish(stretch.style)) or stretch.style  # as Word lists it
    if stretch.region == "firstRow":
        return tr("The style {style} in the first row of tables", style=name)
    return tr("The style {style}", style=name)


def _by_color(placed: Placed) -> Iterator[Fault]:
    """Links that are not underlined, and words that only a colour of their own sets apart."""
    stretch = placed.stretch
    link = next(stretch.run.iterancestors(_LINK), None)
    if link is not None and link.get(_ID) is not None:
        if not stretch.look.underlined:
            sentence = tr("Links are told from other text by colour alone. Underline them.")
            yield Fault(COLOR, _style_place(stretch), sentence)
    elif (
        _colored(stretch.run)
        and not _is_hint(stretch.run)
        and not (stretch.look.bold or stretch.look.underlined)
    ):
        runs = [r for r in stretch.paragraph.iter(w("r")) if r.find(w("t")) is not None]
        if any(not _colored(run) for run in runs):
            sentence = tr(
                "“{text}” stands out by its colour alone.", text=short(text_of(stretch.run))
            )
            yield Fault(COLOR, placed.place, sentence)


def _is_hint(run: etree._Element) -> bool:
    """Whether a run is what a content control shows until it is filled: its words say that."""
    controls = (one.find(w("sdtPr")) for one in run.iterancestors(w("sdt")))
    return any(one is not None and one.find(w("showingPlcHdr")) is not None for one in controls)


def _colored(run: etree._Element) -> bool:
    found = run.find(f"{w('rPr')}/{w('color')}")
    return found is not None and found.get(w("val")) != "auto"


def _says_by_shade(table: etree._Element) -> bool:
    """Whether an empty cell is painted otherwise than the others of its row."""
    rows: dict[etree._Element | None, list[tuple[str, bool]]] = {}
    for cell, _region in cells(table):
        shade = cell.find(f"{w('tcPr')}/{w('shd')}")
        fill = "" if shade is None else f"{shade.get(w('fill'))} {shade.get(w('themeFill'))}"
        silent = not text_of(cell).strip() and next(cell.iter(w("drawing")), None) is None
        rows.setdefault(cell.getparent(), []).append((fill, silent))
    return any(
        len({fill for fill, _ in row}) > 1 and any(fill and silent for fill, silent in row)
        for row in rows.values()
    )


def _number(figure: float) -> str:
    """With one decimal, rounded down so that too little never reads as enough."""
    text = f"{int(figure * 10) / 10:.1f}"
    return tr("{whole}.{part}", whole=text[:-2], part=text[-1])
