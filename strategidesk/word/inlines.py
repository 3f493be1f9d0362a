"""Runs of text: bold, italic, links, line breaks and footnotes."""

from collections.abc import Callable
from urllib.parse import quote

from strategidesk.prose.nodes import (
    Emphasis,
    FootnoteMark,
    Inlines,
    LineBreak,
    Link,
    Prose,
    Strong,
    Text,
)
from strategidesk.word.markup import DECLARATION, LINE_BREAK, ROOT, Piece, paragraph, run
from strategidesk.word.package import Package
from strategidesk.word.styles import Styles
from strategidesk.word.typography import Typeset

_SAFE = "%/:=&?~#+!$,;'@()*[]-._"  # what an address may hold as it is (RFC 3986)
_SCHEMES = ("http://", "https://", "mailto:", "tel:", "ftp://")
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    'w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" '
    'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)


BOLD, ITALIC, LINKED = 1, 2, 4  # the look of a run, as a sum


class Runs:
    """Turns inline text into runs, and gathers the footnotes that it meets."""

    def __init__(self, package: Package, styles: Styles, typeset: Typeset) -> None:
        self._typeset = typeset
        self._package = package
        self._reference = f'<w:rStyle w:val="{styles.id("footnote reference")}"/>'
        self._note_style = styles.id("footnote text")
        link = f'<w:rStyle w:val="{styles.id("Hyperlink")}"/>'
        self._looks = [
            (link if look & LINKED else "")
            + ("<w:b/>" if look & BOLD else "")
            + ("<w:i/>" if look & ITALIC else "")
            for look in range(8)
        ]
        self._notes: list[Piece] = []
        self.note_lengths: list[int] = []  # characters of the notes met since it was last cleared

    def runs(self, inlines: Inlines, prose: Prose, look: int = 0) -> Piece:
        """The runs of `inlines`, whose footnotes are those of `prose`."""
        return self._all(inlines, look, lambda mark: self._mark(mark, prose))

    def _all(self, inlines: Inlines, look: int, mark: Callable[[FootnoteMark], Piece]) -> Piece:
        pieces = []
        for inline in inlines:
            match inline:
                case Text(text):
                    pieces.append(run(self._typeset(text), self._looks[look]))
                case Strong(children):
                    pieces.append(self._all(children, look | BOLD, mark))
                case Emphasis(children):
                    pieces.append(self._all(children, look | ITALIC, mark))
                case Link(children, url):
                    pieces.append(self._link(children, url, look, mark))
                case FootnoteMark():
                    pieces.append(mark(inline))
                case LineBreak():
                    pieces.append(LINE_BREAK)
        return "".join(pieces)

    def _link(
        self, children: Inlines, url: str, look: int, mark: Callable[[FootnoteMark], Piece]
    ) -> Piece:
        if look & LINKED or not url.lower().startswith(_SCHEMES):
            return self._all(children, look, mark)
        relation = self._package.link(quote(url, safe=_SAFE))
        inside = self._all(children, look | LINKED, mark)
        return f'<w:hyperlink r:id="{relation}" w:history="1">{inside}</w:hyperlink>'

    def _mark(self, mark: FootnoteMark, prose: Prose) -> Piece:
        text = prose.note(mark.label)
        if text is None:
            return run(f"[^{mark.label}]")
        inside = self._all(text, 0, lambda inner: run(f"[^{inner.label}]"))
        look = f"<w:rPr>{self._reference}</w:rPr>"
        note = paragraph(self._note_style, f"<w:r>{look}<w:footnoteRef/></w:r>{run(' ')}{inside}")
        number = len(self._notes) + 1
        self._notes.append(f'<w:footnote w:id="{number}">{note}</w:footnote>')
        self.note_lengths.append(length(text))
        return f'<w:r>{look}<w:footnoteReference w:id="{number}"/></w:r>'

    def notes_part(self) -> bytes:
        """The part word/footnotes.xml, with the separators that settings refer to."""
        notes = "".join(self._notes)
        return f"{DECLARATION}<w:footnotes {ROOT}>{_SEPARATORS}{notes}</w:footnotes>".encode()


def length(inlines: Inlines) -> int:
    """How many characters the text shows."""
    total = 0
    for inline in inlines:
        match inline:
            case Text(text):
                total += len(text)
            case Strong(children) | Emphasis(children) | Link(children, _):
                total += length(children)
            case _:
                total += 1
    return total


def leads(inlines: Inlines) -> bool:
    """Whether the text leads to what stands below it: it ends in a colon."""
    match inlines[-1:]:
        case (Text(text),):
            return text.endswith(":")
        case (Strong(children) | Emphasis(children),):
            return leads(children)
        case _:
            return False
