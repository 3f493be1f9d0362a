"""How well a colour is told from the one behind it.

Source: WCAG 2.2, "relative luminance", "contrast ratio" and success criterion 1.4.3. Colours are
`#17606A`, or as Word files write them, `17606A`.
"""

READABLE, READABLE_LARGE = 4.5, 3.0  # what texts need, and large ones
LARGE, LARGE_BOLD = 18.0, 14.0  # points from which a text is large


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    """How bright a colour is, from 0 to 1; 0 for what is none."""
    digits = color.removeprefix("#")
    try:
        parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    except ValueError:
        return 0.0
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def needed(points: float, bold: bool) -> float:
    """The contrast that a text of this size needs."""
    return READABLE_LARGE if points >= (LARGE_BOLD if bold else LARGE) else READABLE
