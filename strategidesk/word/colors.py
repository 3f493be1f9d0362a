"""The colours that a Word document names: directly, or by a place in its theme.

Sources: ECMA-376 part 1, 17.18.97 (theme colours), 17.3.2.6 (tint and shade), 17.18.40
(highlights), 20.1.6.2 (the theme's colours).
"""

import colorsys
import re
from collections.abc import Mapping

from lxml import etree

from strategidesk.word.markup import W

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WHITE, BLACK = "#FFFFFF", "#000000"
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_THEME = {
    "dark1": "dk1", "text1": "dk1", "light1": "lt1", "background1": "lt1",
    "dark2": "dk2", "text2": "dk2", "light2": "lt2", "background2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_HIGHLIGHTS = {
    "black": BLACK, "blue": "#0000FF", "cyan": "#00FFFF", "green": "#00FF00",
    "magenta": "#FF00FF", "red": "#FF0000", "yellow": "#FFFF00", "white": WHITE,
    "darkBlue": "#00008B", "darkCyan": "#008B8B", "darkGreen": "#006400",
    "darkMagenta": "#800080", "darkRed": "#8B0000", "darkYellow": "#808000",
    "darkGray": "#A9A9A9", "lightGray": "#D3D3D3",
}  # fmt: skip

Theme = Mapping[str, str]  # `#RRGGBB` by the theme's names: "dk1", "accent1", ...


def theme_colors(root: etree._Element | None) -> Theme:
    """The colours of a theme part; none where there is no such part."""
    scheme = root.find(f".//{{{A}}}clrScheme") if root is not None else None
    found = {}
    for place in scheme if scheme is not None else ():
        for color in place:
            value = color.get("lastClr") or color.get("val") or ""
            if _HEX.fullmatch(value):
                found[etree.QName(place).localname] = f"#{value.upper()}"
    return found


def text_color(element: etree._Element, theme: Theme) -> str | None:
    """The colour of `w:color`; None where it follows what is behind."""
    return _color(element, theme, "val", "theme")


def ground(element: etree._Element, theme: Theme) -> str | None:
    """The colour of `w:shd` or `w:highlight`; None where nothing is painted."""
    if element.tag == f"{{{W}}}highlight":
        return _HIGHLIGHTS.get(element.get(f"{{{W}}}val", ""))
    if element.get(f"{{{W}}}val") == "solid":  # the pattern's own colour covers everything
        return _color(element, theme, "color", "theme")
    return _color(element, theme, "fill", "themeFill")


def _color(element: etree._Element, theme: Theme, value: str, themed: str) -> str | None:
    """`value` and `themed` are the attributes that name it; the theme's comes first, as in Word."""
    name = element.get(f"{{{W}}}{themed}Color") or element.get(f"{{{W}}}{themed}") or ""
    known = theme.get(_THEME.get(name, name))
    if known:
        tint = element.get(f"{{{W}}}{themed}Tint")
        shade = element.get(f"{{{W}}}{themed}Shade")
        return _lit(known, _part(tint), _part(shade))
    direct = element.get(f"{{{W}}}{value}", "")
    return f"#{direct.upper()}" if _HEX.fullmatch(direct) else None


def _part(value: str | None) -> float:
    return int(value, 16) / 255 if value and re.fullmatch("[0-9A-Fa-f]{1,2}", value) else 1.0


def _lit(color: str, tint: float, shade: float) -> str:
    """A colour made lighter (the smaller `tint`) and darker (the smaller `shade`)."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    mixed = colorsys.hls_to_rgb(hue, (light * tint + (1 - tint)) * shade, full)
    return "#" + "".join(f"{round(part * 255):02X}" for part in mixed)
