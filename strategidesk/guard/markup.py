"""An XML part read as a stream, for what it does to those who read it; nothing of it is kept.

Expat reads it, with no definitions allowed, so that nothing can be expanded, and with an end to
depth, to the length of a tag and to the count of elements.
"""

from collections.abc import Callable, Iterable, Mapping
from xml.parsers import expat

from strategidesk.guard.allowances import Allowances
from strategidesk.guard.sentences import Fault

Attributes = dict[str, str]
Action = Callable[[list[str]], None]  # what is done at an element with these names and values
Actions = Mapping[tuple[str, str], Action]  # by family and local name

_ENCODINGS = {"utf-8", "utf-16", "us-ascii", "iso-8859-1"}  # that all readers understand alike
_FAMILIES = (
    ("http://schemas.openxmlformats.org/package/2006/content-types", "types"),
    ("http://schemas.openxmlformats.org/package/2006/relationships", "relations"),
    ("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
    ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"),
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
    ("urn:oasis:names:tc:opendocument:xmlns:script:1.0", "script"),
)


def attributes(pairs: list[str]) -> Attributes:
    """The attributes by their local names."""
    return {
        name.rpartition(" ")[2]: value for name, value in zip(pairs[::2], pairs[1::2], strict=True)
    }


class Malformed(Exception):
    """The part is no well-formed XML."""


class Names(dict[str, Action | None]):
    """What is done at an element, by its full name; found out the first time that it is met."""

    def __init__(self, actions: Actions, most: int) -> None:
        super().__init__()
        self._actions, self._most = actions, most

    def __missing__(self, name: str) -> Action | None:
        if len(self) >= self._most:
            raise Fault("overloaded")
        space, _, local = name.rpartition(" ")
        action = self[name] = self._actions.get((_family(space), local))
        return action


def _family(space: str) -> str:
    if "spreadsheetml" in space:
        return "sheet"
    return dict(_FAMILIES).get(space, "")


class Scanner:
    """Reads the XML parts of one file and does what is to be done at their elements."""

    def __init__(self, actions: Actions, allowed: Allowances) -> None:
        self._names = Names(actions, allowed.names)
        self._allowed = allowed
        self._elements = 0

    def scan(self, pieces: Iterable[bytes]) -> None:
        """Reads one part. Raises Fault, Malformed."""
        closed: list[str] = []
        parser, fed = self._parser(closed), 0
        try:
            for piece in pieces:
                parser.Parse(piece, False)
                fed += len(piece)
                if fed - parser.CurrentByteIndex > self._allowed.token:
                    raise Fault("overloaded")
            parser.Parse(b"", True)
            self._elements += len(closed)
        except expat.ExpatError as error:
            raise Malformed from error

    def _parser(self, closed: list[str]) -> expat.XMLParserType:
        """A parser with our checks; it appends each element that ends to `closed`."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.ordered_attributes = True
        names, elements = self._names, 0
        deepest, most = self._allowed.depth, self._allowed.elements - self._elements
        longest = 2 * self._allowed.attributes

        def start(name: str, pairs: list[str]) -> None:
            nonlocal elements
            elements += 1
            if elements - len(closed) > deepest or len(pairs) > longest:
                raise Fault("overloaded")
            if elements > most:
                raise Fault("content")
            if action := names[name]:
                action(pairs)

        parser.StartElementHandler = start
        parser.EndElementHandler = closed.append  # no function of ours: half the time
        parser.StartDoctypeDeclHandler = _refuse_definitions
        parser.XmlDeclHandler = _check_encoding
        return parser


def _refuse_definitions(_name: str, _system: object, _public: object, _inside: object) -> None:
    raise Fault("entities")


def _check_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in _ENCODINGS:
        raise Fault("disguised")
