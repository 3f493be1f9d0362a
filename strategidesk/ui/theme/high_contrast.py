"""High contrast: where the system asks for it, every token gives way to the system's palette."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from strategidesk.ui.theme.tokens import TABLE, Tokens
from strategidesk.word.contrast import contrast

TEXT, CONTROL, CHOSEN = 4.5, 3.0, 7.0  # least contrasts: of texts, of controls, on what is chosen
_GROUNDS = {
    "window": QPalette.ColorRole.Window,
    "nav": QPalette.ColorRole.Window,
    "surface": QPalette.ColorRole.Base,
    "subtle": QPalette.ColorRole.Base,
}
_SHARES = (0.5, 0.4, 0.3, 0.2, 0.1)


def wanted(application: QApplication) -> bool:
    """Whether the system has a theme of high contrast."""
    hints = application.styleHints()  # named, as the hints inside live no longer than it
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def tokens_of(palette: QPalette) -> Tokens:
    """The tokens in a palette's colours: states are told by words and shapes alone, and what is
    chosen or under the pointer has a little of the palette's highlight."""
    text = _name(palette, QPalette.ColorRole.WindowText)
    base = _name(palette, QPalette.ColorRole.Base)
    lifted = _name(palette, QPalette.ColorRole.Highlight)
    accent = lifted if contrast(lifted, base) >= TEXT else text
    link = _name(palette, QPalette.ColorRole.Link)
    on_accent = _name(palette, QPalette.ColorRole.HighlightedText)
    colors = {token: base if token.endswith("_bg") else text for token in TABLE}
    colors |= {token: _name(palette, role) for token, role in _GROUNDS.items()}
    colors |= dict.fromkeys(("selected", "hover", "mark"), _lifted(base, lifted, text))
    colors |= dict.fromkeys(("accent", "accent_hover"), accent)
    colors["link"] = link if contrast(link, base) >= TEXT else text
    colors["on_accent"] = on_accent if contrast(on_accent, accent) >= TEXT else base
    colors["veil"] = f"#A0{base[1:]}"
    return Tokens(colors)


def _name(palette: QPalette, role: QPalette.ColorRole) -> str:
    return palette.color(QPalette.ColorGroup.Active, role).name()


def _lifted(base: str, highlight: str, text: str) -> str:
    """As much of the highlight as leaves the text on it easy to read."""
    for share in _SHARES:
        mixed = _mixed(base, highlight, share)
        if contrast(text, mixed) >= CHOSEN:
            return mixed
    return base


def _mixed(one: str, other: str, share: float) -> str:
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
