from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtWidgets import QMenu

from strategidesk import language
from strategidesk.desk import files
from strategidesk.desk.desk import Desk
from strategidesk.model.fields import Id, line, number, reference
from strategidesk.model.noun import Meta, Ordered
from strategidesk.model.schema import STANDARD, Schema
from strategidesk.model.strategy import Strategy
from strategidesk.ui import crash
from strategidesk.ui.dialogs.crash import CrashDialog
from strategidesk.ui.shell import Shell
from strategidesk.ui.theme.tokens import DARK, LIGHT, contrast
from strategidesk.ui.window import Window
from tests.support import windows


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Ordered):
    meta: ClassVar[Meta] = Meta("risk", "risks", "Risk", "Risks", "name")
    name: str = line("What may happen")
    odds: float | None = number("Odds")
    area: Id | None = reference("Area", to="area")


def test_that_a_noun_of_its_own_appears_by_itself(shell: Shell, tmp_path: Path) -> None:
    schema = Schema((*STANDARD.nouns, Risk))
    path = tmp_path / "risker.strategi"
    files.make(path, "Astrid Exempel", Strategy(schema, {}))
    window = Window(shell, Desk.open(path, "Astrid Exempel", schema))
    shell.windows.append(window)

    window.make("other", "risk")
    windows.write(windows.form(window).row("name"), "Ingen hinner")
    windows.write(windows.form(window).row("odds"), 0.5)
    window.save()

    assert [(risk.name, str(risk.odds)) for risk in window.work.strategy.all(Risk)] == [
        ("Ingen hinner", "0.5")
    ]
    assert windows.pane(window).model.index(0, 0).data() == "Ingen hinner"
    window.undo()
    window.undo()
    window.undo()
    assert window.work.strategy.all(Risk) == ()


def test_that_every_noun_has_a_page(window: Window) -> None:
    for noun in STANDARD.nouns:
        thing = windows.first(window, noun.meta.entity)
        window.go_to(thing.id)
        assert windows.form(window).thing == thing.id


@pytest.mark.parametrize("size", [(1440, 900), (720, 450)])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_every_page_is_painted(
    window: Window, shell: Shell, size: tuple[int, int], theme: str
) -> None:
    shell.set_theme(theme)
    window.resize(*size)
    for group in window.book.groups:
        for place in group:
            window.turn_to(place.key)
            windows.settle()
            picture = window.grab()
            assert (picture.width(), picture.height()) == size
    shell.set_theme("light")


@pytest.mark.parametrize("tongue", ["en", "sv"])
def test_that_menu_letters_are_unique_on_each_level(
    tongue: str, shell: Shell, sample: Path
) -> None:
    language.use(tongue)
    windows.open_file(shell, sample)
    bar = shell.windows[0].menuBar()
    levels = [[action.text() for action in bar.actions()]]
    for menu in bar.findChildren(QMenu):
        levels.append([action.text() for action in menu.actions() if not action.isSeparator()])

    for level in levels:
        letters = Counter(
            text[text.index("&") + 1].lower() for text in level if "&" in text.replace("&&", "")
        )
        assert [letter for letter, count in letters.items() if count > 1] == [], level


def test_that_keys_are_given_once(window: Window) -> None:
    keys = Counter(
        action.shortcut().toString()
        for menu in window.menuBar().findChildren(QMenu)
        for action in menu.actions()
        if not action.shortcut().isEmpty()
    )

    assert [key for key, count in keys.items() if count > 1] == []
    assert not any("Ctrl+Alt" in key for key in keys)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_that_text_stands_out_from_what_it_lies_on(tokens: object) -> None:
    assert tokens in (LIGHT, DARK)
    theme = LIGHT if tokens is LIGHT else DARK
    for ground in ("surface", "window", "nav", "subtle", "selected", "hover"):
        assert contrast(theme["text"], theme[ground]) >= 4.5
        assert contrast(theme["muted"], theme[ground]) >= 4.5
    for tone in ("ok", "warn", "danger", "info", "note", "neutral"):
        assert contrast(theme[tone], theme[f"{tone}_bg"]) >= 4.5
    assert contrast(theme["on_accent"], theme["accent"]) >= 4.5
    assert contrast(theme["on_accent"], theme["accent_hover"]) >= 4.5
    for ground in ("surface", "window", "subtle"):
        assert contrast(theme["line_strong"], theme[ground]) >= 3
        assert contrast(theme["accent"], theme[ground]) >= 3


def test_that_a_crash_report_holds_no_text_of_the_strategy() -> None:
    secret = "En mening ur strategin"
    try:
        try:
            int(secret)
        except ValueError as error:
            raise KeyError(secret) from error
    except KeyError as error:
        text = crash.report(error)

    assert "KeyError" in text
    assert "ValueError" in text
    assert "test_frame.py" in text
    assert "En mening ur" not in text.replace('secret = "', "")


def test_that_a_crash_is_told_once_and_can_be_copied(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []

    def read(dialog: CrashDialog) -> int:
        dialog.copy()
        shown.append(dialog.details.toPlainText())
        shell.watch.caught(KeyError, KeyError("en till"), None)
        return 0

    monkeypatch.setattr(CrashDialog, "exec", read)
    shell.watch.caught(ValueError, ValueError("hemligt"), None)
    windows.settle()

    assert len(shown) == 1
    assert "hemligt" not in shown[0]
    assert "ValueError" in capsys.readouterr().err
    shell.copy_report()
    assert "KeyError" in shell.watch.last
