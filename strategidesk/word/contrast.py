"""How well one colour can be read on another (WCAG 2.1, 1.4.3)."""

READABLE = 4.5  # that text needs


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.1 works it out, 1 to 21."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, of six hexadecimal digits; 0 for what is none."""
    try:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    except ValueError:
        return 0.0
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
