"""Small pieces of WordprocessingML as strings (ECMA-376 part 1, chapter 17).

Texts are escaped here and nowhere else; every function returns well-formed fragments in the
namespaces that `ROOT` declares.
"""

from collections.abc import Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TAB = "<w:r><w:tab/></w:r>"
LINE_BREAK = "<w:r><w:br/></w:r>"
KEEP = "<w:keepNext/>"
NEW_PAGE = "<w:pageBreakBefore/>"
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'

Piece = str  # a fragment of WordprocessingML


def escaped(text: str) -> str:
    """Text as it stands between tags and in double-quoted attributes."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if '"' in text:
        text = text.replace('"', "&quot;")
    if "\n" in text or "\t" in text:
        text = text.replace("\n", " ").replace("\t", " ")
    return text


def run(text: str, properties: Piece = "") -> Piece:
    """One run of text; `properties` is the inside of its `w:rPr`."""
    if not text:
        return ""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def paragraph(style: str, content: Piece, properties: Piece = "") -> Piece:
    """A paragraph in a style (empty: the default one); `properties` follow in its `w:pPr`."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    look = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{look}{content}</w:p>"


def kept(piece: Piece) -> Piece:
    """A paragraph that stays on the page of the one after it."""
    if KEEP in piece or not piece.startswith("<w:p>"):
        return piece
    return _with_property(piece, KEEP)


def begun(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces that begin on a new page: the first paragraph itself does, so that nothing stands on
    the page before; a paragraph of its own does it where another thing comes first."""
    if not pieces or not pieces[0].startswith("<w:p>"):
        return [paragraph("", PAGE_BREAK), *pieces]
    first = pieces[0]
    if KEEP in first:  # the order of properties is fixed
        first = first.replace(KEEP, KEEP + NEW_PAGE, 1)
    else:
        first = _with_property(first, NEW_PAGE)
    return [first, *pieces[1:]]


def _with_property(piece: Piece, made: Piece) -> Piece:
    """A paragraph with a property right behind its style."""
    head, properties = "<w:p>", "<w:p><w:pPr>"
    if not piece.startswith(properties):
        return f"{properties}{made}</w:pPr>{piece.removeprefix(head)}"
    style = f"{properties}<w:pStyle"
    place = piece.index("/>") + 2 if piece.startswith(style) else len(properties)
    return piece[:place] + made + piece[place:]


def field(instruction: str, shown: str, properties: Piece = "") -> Piece:
    """A field with the result that shows until Word works it out."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(shown, properties)}"
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )
