"""What the clipboard gives and takes: our own marks, other programs' pages, plain lines."""

import re
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument, QTextDocumentFragment

from strategidesk.prose import (
    Block,
    FootnoteMark,
    Inline,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Prose,
    Table,
    Text,
    normal,
    parse,
    write,
)
from strategidesk.prose.footnotes import free_labels, marked, relabelled
from strategidesk.prose.runs import as_nodes, flat
from strategidesk.ui.writing.formats import OBJECT
from strategidesk.ui.writing.reading import prose_of

OWN = "application/x-strategidesk-text"

# Word writes an item as a paragraph whose sign stands between conditional comments and whose level
# stands in the style: <p style='... mso-list:l0 level2 lfo1'><![if !supportLists]>·<![endif]>text
_WORD_ITEM = re.compile(
    r"<p\b[^>]*mso-list:\s*\w+\s+level(\d)[^>]*>(.*?)<!\[if !supportLists\]>(.*?)<!\[endif\]>",
    re.DOTALL | re.IGNORECASE,
)
# and a footnote as a link from its mark to its text and back:
# <a href="#_ftn1" name="_ftnref1">[1]</a> ... <a href="#_ftnref1" name="_ftn1">[1]</a> its text
_WORD_MARK = re.compile(r"<a\b[^>]*href=['\"]?#_ftn(\d+)\b[^>]*>.*?</a>", re.DOTALL | re.IGNORECASE)
_WORD_NOTE = re.compile(
    r"<a\b[^>]*href=['\"]?#_ftnref(\d+)\b[^>]*>.*?</a>", re.DOTALL | re.IGNORECASE
)
_MARK_SIGN, _NOTE_SIGN = "\ue001", "\ue002"
_TAG = re.compile(r"<[^>]*>|&nbsp;|&#160;")
_SIGN = "\ue000"  # stands before an item until it is read: sign, level, kind, sign
_ITEM = re.compile(rf"{_SIGN}(\d)([bn]){_SIGN}\s*")


def takes(mime: QMimeData) -> bool:
    """Whether it holds text; the addresses of files are none."""
    if mime.hasHtml() or mime.hasFormat(OWN):
        return True
    return mime.hasText() and not any(url.isLocalFile() for url in mime.urls())


def taken(mime: QMimeData) -> Prose:
    """The clipboard as prose; empty where it holds no text."""
    if mime.hasFormat(OWN):
        return parse(bytes(mime.data(OWN).data()).decode("utf-8", "replace"))
    if mime.hasHtml():
        found = from_html(mime.html())
        if found.blocks:
            return found
    return from_lines(mime.text())


def part(fragment: QTextDocumentFragment, notes: Prose) -> Prose:
    """A selection as prose; `notes` is the text whose footnotes its marks name.

    The selection ends before the footnotes: they come along where their marks do.
    """
    document = QTextDocument()
    QTextCursor(document).insertFragment(fragment)
    prose = prose_of(document)
    named = set(marked(prose))
    return Prose(prose.blocks, tuple(one for one in notes.notes if one[0] in named))


def given(fragment: QTextDocumentFragment, notes: Prose) -> QMimeData:
    """A selection for the clipboard, in our own marks and as other programs take it."""
    mime = QMimeData()
    mime.setText(fragment.toPlainText().replace(OBJECT, ""))
    mime.setHtml(fragment.toHtml())
    mime.setData(OWN, write(part(fragment, notes)).encode())
    return mime


def from_lines(text: str) -> Prose:
    """Each line a paragraph, as Word has it; marks that are typed are letters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return normal(Prose(tuple(Paragraph((Text(line),)) for line in lines if line.strip())))


def from_html(html: str) -> Prose:
    """A page of another program; what the subset does not have is left out, its words stay."""
    document = QTextDocument()
    for pattern, sign in ((_WORD_MARK, _MARK_SIGN), (_WORD_NOTE, _NOTE_SIGN)):
        html = pattern.sub(rf"{sign}\1{sign}", html)
    document.setHtml(_WORD_ITEM.sub(_marked, html))
    prose = prose_of(document)
    return _noted(Prose(tuple(_listed(prose.blocks)), prose.notes))


def _noted(prose: Prose) -> Prose:
    """The text with Word's footnotes as footnotes."""
    text = write(prose)
    if _NOTE_SIGN not in text:
        return normal(prose)
    text = re.sub(rf"(?m)^{_NOTE_SIGN}(\d+){_NOTE_SIGN}[ \u00a0]*", r"[^\1]: ", text)
    return parse(re.sub(rf"{_MARK_SIGN}(\d+){_MARK_SIGN}", r"[^\1]", text))


def _marked(found: re.Match[str]) -> str:
    sign = _TAG.sub("", found.group(3)).strip()
    kind = "n" if re.match(r"[0-9a-zA-Z]{1,3}[.)]", sign) else "b"
    level = "1" if found.group(1) == "1" else "2"
    return f"<p>{_SIGN}{level}{kind}{_SIGN}{found.group(2)}"


def _listed(blocks: tuple[Block, ...]) -> list[Block]:
    """Paragraphs that were Word's items as lists."""
    made: list[Block] = []
    going = False  # the last block is a list that grows
    for block in blocks:
        mark = _ITEM.match(_beginning(block))
        if mark is None or not isinstance(block, Paragraph):
            made.append(block)
            going = False
            continue
        item = ListItem(_without(block.inlines, mark.end()))
        start = 1 if mark.group(2) == "n" else None
        last = made[-1] if going else None
        if isinstance(last, List) and mark.group(1) == "2":
            made[-1] = _under(last, item, start)
        elif isinstance(last, List) and (last.start is None) == (start is None):
            made[-1] = replace(last, items=(*last.items, item))
        else:
            made.append(List((item,), start))
        going = True
    return made


def _under(given: List, item: ListItem, start: int | None) -> List:
    *before, last = given.items
    if last.children and (last.children[-1].start is None) == (start is None):
        *lists, youngest = last.children
        grown = (*lists, replace(youngest, items=(*youngest.items, item)))
    else:
        grown = (*last.children, List((item,), start))
    return replace(given, items=(*before, replace(last, children=grown)))


def _beginning(block: Block) -> str:
    if not isinstance(block, Paragraph):
        return ""
    return "".join(r.node.text for r in flat(block.inlines) if isinstance(r.node, Text))


def _without(inlines: Inlines, length: int) -> Inlines:
    """The words after the first `length` characters."""
    kept = []
    for run in flat(inlines):
        if isinstance(run.node, Text) and length:
            cut = run.node.text[length:]
            length -= min(length, len(run.node.text))
            run = replace(run, node=Text(cut))
        kept.append(run)
    return as_nodes(kept)


def one_line(prose: Prose) -> Inlines:
    """All words of a text in one line, for cells and footnotes."""
    parts: list[Inline] = []
    for inlines in _lines(prose):
        parts.extend([Text(" "), *inlines] if parts else inlines)
    return tuple(part for part in parts if not isinstance(part, FootnoteMark))


def _lines(prose: Prose) -> Iterator[Inlines]:
    for block in prose.blocks:
        if isinstance(block, Paragraph):
            yield block.inlines
        elif isinstance(block, List):
            yield from _items(block)
        elif isinstance(block, Table):
            yield from (cell for row in (block.header, *block.rows) for cell in row)


def _items(given: List) -> Iterator[Inlines]:
    for item in given.items:
        yield item.inlines
        for child in item.children:
            yield from _items(child)


def renamed(prose: Prose, used: set[str]) -> Prose:
    """The text with labels of footnotes that are not in use yet."""
    own = {label for label, _text in prose.notes}
    free = free_labels(used | own)
    return relabelled(prose, {label: next(free) for label in own & used})
