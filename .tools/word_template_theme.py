"""The theme part of the Word template: our colours and fonts where Word offers a theme's."""

from word_template_styles import GREY, INK, PETROL

COLOURS = {
    "dk1": INK,
    "lt1": "FFFFFF",
    "dk2": PETROL,
    "lt2": "EDF3F3",
    "accent1": PETROL,
    "accent2": "8A5A00",
    "accent3": "3F6B3A",
    "accent4": "7A3E5E",
    "accent5": "3B5B8C",
    "accent6": GREY,
    "hlink": PETROL,
    "folHlink": "7A3E5E",  # 7.8:1 on white
}


def theme() -> str:
    """The whole part word/theme/theme1.xml without its XML declaration."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items()
    )
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
        f"</a:{kind}Font>"
        for kind in ("major", "minor")
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'name="StrategiDesk"><a:themeElements>'
        f'<a:clrScheme name="StrategiDesk">{colours}</a:clrScheme>'
        f'<a:fontScheme name="StrategiDesk">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="StrategiDesk"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
