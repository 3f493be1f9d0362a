"""Whether every picture says in words what it shows, or is marked as mere decoration.

Sources: ECMA-376 part 1, 20.4.2.5 (`docPr`); [MS-ODRAWXML] 2.23.1 (`decorative`); part 4, 19.1.2.19
(`v:shape` of older files).
"""

from collections.abc import Iterator

from lxml import etree

from strategidesk.language import tr
from strategidesk.prose.telling import is_file_name
from strategidesk.word.inspection.fault import PICTURES, Fault
from strategidesk.word.inspection.looks import w
from strategidesk.word.inspection.opened import Opened

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_V = "{urn:schemas-microsoft-com:vml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SHAPES = ("shape", "rect", "oval", "roundrect", "group", "image")


def pictures(document: Opened) -> Iterator[Fault]:
    """The faults of the pictures in the body, the headers, the footers and the notes."""
    for block in document.blocks:
        for sentence in faults_of(block.element):
            yield Fault(PICTURES, block.place, sentence, layout=False)
    for margin in document.margins:
        for sentence in faults_of(margin.root):
            yield Fault(PICTURES, margin.place, sentence)


def faults_of(root: etree._Element) -> Iterator[str]:
    """The faults of the pictures in a part of a document, each as a sentence."""
    for said in _descriptions(root):
        if not said.strip():
            yield tr("A picture has no text that says what it shows.")
        elif is_file_name(said):
            yield tr("The text of a picture is only the name of a file: {text}", text=said)


def _descriptions(root: etree._Element) -> Iterator[str]:
    """What is said of each picture that is not decoration; the copy for old programs is left."""
    for drawn in root.iter(_DRAWN):
        if not _is_decoration(drawn):
            yield drawn.get("descr") or drawn.get("title") or ""
    for held in root.iter(w("pict")):
        if next(held.iterancestors(_FALLBACK), None) is None:
            for name in _SHAPES:
                shape = next(held.iter(_V + name), None)
                if shape is not None and next(shape.iter(_V + "imagedata"), None) is not None:
                    yield shape.get("alt") or ""
                    break


def _is_decoration(drawn: etree._Element) -> bool:
    found = next(drawn.iter(_DECORATIVE), None)
    return found is not None and found.get("val") in ("1", "true")
