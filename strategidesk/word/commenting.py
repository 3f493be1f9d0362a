"""The group's comments as Word comments (ECMA-376 part 1, 17.13.4), where they are asked for.

The finished body is searched for what a comment is about: the words that it quotes in the text of
its field, else the heading of its thing. What the document does not show has no comments.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from strategidesk.model.dialogue import Comment
from strategidesk.model.document import Card
from strategidesk.model.noun import Noun, fields_of, title, value
from strategidesk.model.strategy import Strategy
from strategidesk.prose.plain import plain
from strategidesk.word.markup import DECLARATION, ROOT, Piece, escaped, paragraph, run
from strategidesk.word.packing import DOCUMENT, changed

_END = "</w:p>"
_PARAGRAPH = re.compile(r"<w:p>.*?</w:p>", re.DOTALL)
_RUN = re.compile(
    r'<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve">([^<]*)</w:t></w:r>'
)
_PART = "word/comments.xml"
_ADDED = {
    "[Content_Types].xml": (
        f'<Override PartName="/{_PART}" ContentType="{CONTENT_TYPE.WML_COMMENTS}"/>'
    ),
    "word/_rels/document.xml.rels": (
        f'<Relationship Id="rIdComments" Type="{RELATIONSHIP_TYPE.COMMENTS}" '
        'Target="comments.xml"/>'
    ),
}
_LISTED = "PAGEREF "  # in the contents, which repeat the headings
_TYPED = str.maketrans({"\u00a0": " ", "”": '"', "–": "-"})  # as it was before it was set


class Spot(NamedTuple):
    """A paragraph of the document: from where to where in its markup, and what it says."""

    start: int
    end: int
    text: str
    heading: bool


class Place(NamedTuple):
    """The characters of a paragraph that a comment is about."""

    spot: int
    start: int
    end: int


def comment_on(document: Path, strategy: Strategy) -> int:
    """Adds the open comments of the strategy to a document of it; tells how many it shows."""
    with zipfile.ZipFile(document) as file:
        body = file.read(DOCUMENT).decode()
    spots = list(_spots(body))
    places = ((_place(each, strategy, spots), each) for each in strategy.all(Comment))
    found = sorted(((place, each) for place, each in places if place), key=lambda pair: pair[0])
    for number, (place, _) in reversed(list(enumerate(found))):
        start = spots[place.spot].start
        end = body.index(_END, start) + len(_END)
        body = body[:start] + _marked(body[start:end], place, number) + body[end:]
    if found:
        said = "".join(_said(number, comment) for number, (_, comment) in enumerate(found))
        part = f"{DECLARATION}<w:comments {ROOT}>{said}</w:comments>"
        changed(document, {DOCUMENT: body, _PART: part}, _ADDED)
    return len(found)


def _spots(body: Piece) -> Iterator[Spot]:
    for each in _PARAGRAPH.finditer(body):
        if _LISTED not in each[0]:
            text = unescape("".join(words for _, words in _RUN.findall(each[0])))
            heading = 'w:name="_Toc' in each[0] or 'w:val="Title"' in each[0]
            yield Spot(each.start(), each.end(), text.translate(_TYPED), heading)


def _place(comment: Comment, strategy: Strategy, spots: list[Spot]) -> Place | None:
    """Where the document says what an open comment is about."""
    thing = strategy.by_id.get(comment.target) if comment.target else None
    if comment.resolved or thing is None:
        return None
    texts = _texts(thing, comment.field)
    quote = " ".join(comment.quote.split()).translate(_TYPED)
    quoted = [n for n, spot in enumerate(spots) if quote and quote in spot.text]
    for number in quoted:
        if any(spots[number].text in text or text in spots[number].text for text in texts):
            start = spots[number].text.index(quote)
            return Place(number, start, start + len(quote))
    return _whole(_named(thing), texts, spots)


def _whole(name: str, texts: list[str], spots: list[Spot]) -> Place | None:
    """The heading with the thing's name, else a line with it, else where its text begins."""
    ways: tuple[Callable[[Spot], bool], ...] = (
        lambda spot: spot.heading and spot.text == name,
        lambda spot: spot.heading and name in spot.text,
        lambda spot: spot.text == name,
        lambda spot: name in spot.text,
        lambda spot: any(spot.text in text for text in texts),
    )
    for way in ways if name else ways[-1:]:
        for number, spot in enumerate(spots):
            if spot.text.strip() and way(spot):
                return Place(number, 0, len(spot.text))
    return None


def _texts(thing: Noun, name: str) -> list[str]:
    """The text of a field as the document says it; of all where none is named."""
    fields = fields_of(type(thing))
    chosen = [fields[name]] if name in fields else list(fields.values())
    values = (value(thing, field) for field in chosen)
    return [_flat(each) for each in values if isinstance(each, str) and each.strip()]


def _named(thing: Noun) -> str:
    return _flat(thing.title if isinstance(thing, Card) else title(thing))


def _flat(text: str) -> str:
    return " ".join(plain(text).split()).translate(_TYPED)


def _marked(piece: Piece, place: Place, number: int) -> Piece:
    """The paragraph with a comment's range around some of its characters."""
    opening = f'<w:commentRangeStart w:id="{number}"/>'
    closing = (
        f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
    )
    made, last, at = [], 0, 0
    for found in _RUN.finditer(piece):
        look, text = found[1] or "", unescape(found[2])
        cuts = [min(max(0, cut - at), len(text)) for cut in (place.start, place.end)]
        begins, ends = at <= place.start < at + len(text), at < place.end <= at + len(text)
        made += [
            piece[last : found.start()],
            _part(text[: cuts[0]], look),
            opening * begins,
            _part(text[cuts[0] : cuts[1]], look),
            closing * ends,
            _part(text[cuts[1] :], look),
        ]
        last, at = found.end(), at + len(text)
    return "".join([*made, piece[last:]])


def _part(text: str, look: Piece) -> Piece:
    return run(text, look.removeprefix("<w:rPr>").removesuffix("</w:rPr>"))


def _said(number: int, comment: Comment) -> Piece:
    author = comment.author.strip() or "–"
    initials = "".join(word[0] for word in author.split())
    lines = [line for line in plain(comment.text).split("\n") if line.strip()] or [""]
    mark = "<w:r><w:annotationRef/></w:r>"
    text = "".join(
        paragraph("", (mark if n == 0 else "") + run(line)) for n, line in enumerate(lines)
    )
    return (
        f'<w:comment w:id="{number}" w:author="{escaped(author[:255])}" '
        f'w:initials="{escaped(initials[:9])}">{text}</w:comment>'
    )
