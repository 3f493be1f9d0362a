"""Everything can be read: the contrasts of the tokens, in both themes and in high contrast."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from strategidesk.ui.overview.initials import PAIRS as PAIRS_OF_PEOPLE
from strategidesk.ui.shell import Shell
from strategidesk.ui.theme import active, high_contrast
from strategidesk.ui.theme.palette import palette
from strategidesk.ui.theme.tokens import DARK, LIGHT, TABLE, Tokens
from strategidesk.ui.window import Window
from strategidesk.word.contrast import contrast

TEXT, CONTROL, PEOPLE = 4.5, 3.0, 5.7
CHIPS = ("ok", "warn", "danger", "info", "note", "neutral", "added", "removed")
BARS = ("bar_done", "bar_continuous", "bar_started", "bar_not_started", "bar_late")
STATES = ("ok", "info", "warn", "danger", "muted")  # of saving, in the status bar
GROUNDS = ("surface", "window", "nav", "subtle", "selected", "hover")


def _system(text: str, ground: str, highlight: str, on_highlight: str, link: str) -> Tokens:
    given = QPalette()
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        given.setColor(role, QColor(text))
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        given.setColor(role, QColor(ground))
    given.setColor(QPalette.ColorRole.Highlight, QColor(highlight))
    given.setColor(QPalette.ColorRole.HighlightedText, QColor(on_highlight))
    given.setColor(QPalette.ColorRole.Link, QColor(link))
    return high_contrast.tokens_of(given)


THEMES = {
    "light": LIGHT,
    "dark": DARK,
    "aquatic": _system("#FFFFFF", "#202020", "#8EE3F0", "#263B50", "#75E9FC"),
    "desert": _system("#3D3D3D", "#FFFAEF", "#903909", "#FFF5E3", "#1C5E75"),
    "night sky": _system("#FFFFFF", "#000000", "#D6B4FD", "#2B2B2B", "#8080FF"),
    "black": _system("#FFFFFF", "#000000", "#1AEBFF", "#000000", "#FFFF00"),
}
PAIRS = {
    **{("text", ground): TEXT for ground in (*GROUNDS, "mark")},
    **{("muted", ground): TEXT for ground in GROUNDS},
    **{(chip, f"{chip}_bg"): TEXT for chip in CHIPS},
    ("accent", "surface"): TEXT,
    ("accent", "selected"): TEXT,
    ("link", "surface"): TEXT,
    ("link", "subtle"): TEXT,
    ("link", "window"): TEXT,
    ("on_accent", "accent"): TEXT,
    ("on_accent", "accent_hover"): TEXT,
    **{("line_strong", ground): CONTROL for ground in ("surface", "window", "subtle", "nav")},
    **{("accent", ground): CONTROL for ground in GROUNDS},
    **{("surface", bar): TEXT for bar in BARS},  # what is written in a bar, and its ring
    **{(chip, "surface"): CONTROL for chip in CHIPS},
    **{(state, "nav"): CONTROL for state in STATES},
}


@pytest.mark.parametrize("name", THEMES)
def test_that_everything_stands_out_from_what_it_lies_on(name: str) -> None:
    theme = THEMES[name]
    found = {pair: round(contrast(theme[pair[0]], theme[pair[1]]), 2) for pair in PAIRS}

    assert {pair: one for pair, one in found.items() if one < PAIRS[pair]} == {}


@pytest.mark.parametrize("name", THEMES)
def test_that_a_persons_initials_stand_out_from_their_disc(name: str) -> None:
    theme = THEMES[name]
    found = {pair: round(contrast(theme[pair[0]], theme[pair[1]]), 2) for pair in PAIRS_OF_PEOPLE}

    assert len(set(PAIRS_OF_PEOPLE)) == 6
    assert {pair: one for pair, one in found.items() if one < PEOPLE} == {}


def test_that_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#1D2326", "#FFFFFF") == pytest.approx(15.9, abs=0.1)


def test_that_a_theme_of_high_contrast_replaces_every_token(
    window: Window, shell: Shell, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    black = THEMES["black"]
    system = palette(black)
    monkeypatch.setattr(high_contrast, "wanted", lambda _application: True)
    monkeypatch.setattr(high_contrast, "tokens_of", lambda _palette: black)

    for choice in ("light", "dark", "system"):
        shell.set_theme(choice)
        assert active.tokens() is black
    assert qapp.palette().color(QPalette.ColorRole.Window) == system.color(
        QPalette.ColorRole.Window
    )
    monkeypatch.undo()
    shell.set_theme("light")
    assert active.tokens() is LIGHT
    assert window.isVisible()


def test_that_high_contrast_takes_its_colours_from_the_palette() -> None:
    given = {"#FFFFFF", "#202020", "#8EE3F0", "#263B50", "#75E9FC"}
    colors = {token: THEMES["aquatic"][token].upper() for token in TABLE}
    own = {token for token, color in colors.items() if color not in given}
    assert own == {"selected", "hover", "mark", "veil"}
