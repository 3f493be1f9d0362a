"""How a template's text looks: fonts, sizes and colours, followed through styles and theme."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.part import Part
from lxml import etree

from strategidesk.word.colors import text_color, theme_colors
from strategidesk.word.contrast import READABLE, contrast, luminance
from strategidesk.word.markup import W
from strategidesk.word.style_chain import chain

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_USUAL_SIZE = 20  # half points, where nothing says otherwise (ECMA-376 part 1, 17.3.2.38)
_WHITE = "FFFFFF"
_DARK = 0.03  # luminance below which a colour reads as black


class Looks:
    """The looks of a template's styles."""

    def __init__(self, styles: etree._Element, theme: etree._Element | None) -> None:
        self._root: Any = styles
        self._theme: Any = theme
        self._colors = theme_colors(theme)
        self._by_id: dict[str, etree._Element] = {
            style.get(_w("styleId"), ""): style for style in self._root.iter(_w("style"))
        }
        self._heading: Any = None
        self._normal = next(
            (
                style
                for style in self._by_id.values()
                if style.get(_w("type")) == "paragraph"
                and style.get(_w("default")) in ("1", "true", "on")
            ),
            None,
        )

    def head(self, heading: Any) -> None:
        """Says which style is that of the chief headings."""
        self._heading = heading

    @property
    def heading(self) -> Any:
        """The style of the chief headings; None where nobody has said."""
        return self._heading

    @property
    def size(self) -> int:
        """Of the text, in half points."""
        return self.size_of(self._normal)

    def size_of(self, style: Any) -> int:
        """Of a style's text, in half points."""
        found = self.find(style, "sz")
        value = found.get(_w("val"), "") if found is not None else ""
        return int(float(value)) if value.replace(".", "", 1).isdigit() else _USUAL_SIZE

    @property
    def accent(self) -> str:
        """The colour of headings as six hexadecimal digits; empty where it is that of text, or
        cannot be read on white."""
        colour = self.colour(self._heading) if self._heading is not None else ""
        readable = bool(colour) and contrast(colour, _WHITE) >= READABLE
        return colour if readable and luminance(colour) > _DARK else ""

    @property
    def spacing(self) -> int:
        """What follows a paragraph of the text, in twips."""
        found: Any = None
        for style in chain(self._normal, self._by_id):
            found = style.find(f"{_w('pPr')}/{_w('spacing')}[@{_w('after')}]")
            if found is not None:
                break
        if found is None:
            path = f"{_w('docDefaults')}/{_w('pPrDefault')}/{_w('pPr')}/{_w('spacing')}"
            found = self._root.find(path)
        value = found.get(_w("after"), "0") if found is not None else "0"
        return int(value) if value.isdigit() else 0

    @property
    def heading_fonts(self) -> Any:
        """The w:rFonts of headings; None where they have those of the text."""
        return self.find(self._heading, "rFonts", defaults=False)

    def colour(self, style: Any) -> str:
        """The colour of a style's text, six hexadecimal digits; empty for the automatic one."""
        found = self.find(style, "color")
        if found is None:
            return ""
        return (text_color(found, self._colors) or "").removeprefix("#")

    def font(self, style: Any) -> str:
        """The font of a style's text by name; empty where nothing says."""
        found = self.find(style, "rFonts")
        if found is None:
            return ""
        themed = found.get(_w("asciiTheme"), "")
        if themed and self._theme is not None:
            kind = "major" if themed.startswith("major") else "minor"
            latin = self._theme.find(f".//{{{_A}}}{kind}Font/{{{_A}}}latin")
            if latin is not None and latin.get("typeface"):
                return str(latin.get("typeface"))
        return str(found.get(_w("ascii")) or found.get(_w("hAnsi")) or "")

    @property
    def normal(self) -> Any:
        """The style of the text; None where the template has none."""
        return self._normal

    def find(self, style: Any, name: str, defaults: bool = True) -> Any:
        """What a style says of its runs, itself or by what it is based on; None where nothing."""
        for one in chain(style, self._by_id):
            found = one.find(f"{_w('rPr')}/{_w(name)}")
            if found is not None:
                return found
        path = f"{_w('docDefaults')}/{_w('rPrDefault')}/{_w('rPr')}/{_w(name)}"
        return self._root.find(path) if defaults else None


def theme_of(part: Part) -> etree._Element | None:
    """The theme of a document part; None where it has none, or none that can be read."""
    for relation in part.rels.values():
        if relation.reltype == RELATION.THEME and not relation.is_external:
            try:
                return etree.fromstring(relation.target_part.blob)
            except etree.XMLSyntaxError:
                return None
    return None


def _w(name: str) -> str:
    return f"{{{W}}}{name}"
