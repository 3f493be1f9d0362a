"""The colours of both themes: one table, nothing else in the window names a colour."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor

from strategidesk.word.contrast import luminance

TABLE: dict[str, tuple[str, str]] = {  # token: (light, dark)
    "window": ("#F3F2EE", "#1C1F20"),
    "surface": ("#FFFFFF", "#25292A"),
    "subtle": ("#F8F7F4", "#2A2E2F"),
    "nav": ("#E9E8E2", "#191B1C"),
    "hover": ("#E0DED6", "#2F3435"),
    "selected": ("#D3E4E3", "#1F4348"),
    "line": ("#D6D3CA", "#3B4142"),
    "line_strong": ("#7F7C73", "#869093"),
    "text": ("#1D2326", "#E9E8E4"),
    "muted": ("#545B5E", "#B1B7B8"),
    "disabled": ("#8B8F90", "#7B8385"),
    "accent": ("#17606A", "#74C4CC"),
    "link": ("#17606A", "#7FCBD3"),
    "accent_hover": ("#0F4A52", "#95D5DB"),
    "on_accent": ("#FFFFFF", "#08282C"),
    "ok": ("#23663B", "#84CE9B"),
    "ok_bg": ("#E1F0E4", "#1D3626"),
    "warn": ("#7D4A00", "#F0BE62"),
    "warn_bg": ("#FCEFCF", "#3C2F14"),
    "danger": ("#9F2424", "#F59A92"),
    "danger_bg": ("#FBE5E2", "#432321"),
    "info": ("#1F5790", "#92BFEC"),
    "info_bg": ("#E3EDF7", "#1D3247"),
    "note": ("#5A4690", "#BFAEF0"),
    "note_bg": ("#ECE8F6", "#312A4A"),
    "neutral": ("#545B5E", "#B1B7B8"),
    "neutral_bg": ("#E9E8E2", "#343A3B"),
    "veil": ("#801D2326", "#A0000000"),  # over the window while the command search is open
    "added": ("#14512B", "#A6E8BB"),
    "added_bg": ("#D3EEDB", "#1D4029"),
    "removed": ("#7E1C1C", "#FFB4AC"),
    "removed_bg": ("#F9DAD6", "#532725"),
    "mark": ("#FFF1B8", "#5A4A12"),  # what was found or is quoted
    "bar_done": ("#23663B", "#5DB37A"),
    "bar_continuous": ("#6A55A3", "#A897E0"),
    "bar_started": ("#2F6DA8", "#6AA6E0"),
    "bar_not_started": ("#6F6C63", "#8B9495"),
    "bar_late": ("#965A05", "#E0A33C"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """One theme's colours by token."""

    colors: Mapping[str, str]

    def __getitem__(self, token: str) -> str:
        return self.colors[token]

    @property
    def dark(self) -> bool:
        """Whether light words stand on a dark ground."""
        return luminance(self["window"]) < luminance(self["text"])

    def color(self, token: str) -> QColor:
        """The token's colour, for painting."""
        return QColor(self.colors[token])


LIGHT = Tokens({token: light for token, (light, _dark) in TABLE.items()})
DARK = Tokens({token: dark for token, (_light, dark) in TABLE.items()})
