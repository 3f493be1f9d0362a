"""What stands under a heading whose content is made elsewhere: a quiet card that leads there."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from strategidesk.language import tr
from strategidesk.model import labels
from strategidesk.model.document import Section
from strategidesk.model.noun import Noun, fields_of
from strategidesk.model.strategy import Strategy
from strategidesk.prose import plain
from strategidesk.ui.pages.table import PLACES
from strategidesk.ui.parts import button, heading, label
from strategidesk.ui.theme import faces
from strategidesk.ui.words import caption, choice_label

MOST = 6  # things that are named
_PAGES = {  # a section's content to the page where it is made
    "vision": "areas",
    "hallmarks": "areas",
    "areas": "areas",
    "definitions": "definitions",
    "activities": "plan",
    "alignment": "chain",
    "indicators": "indicators",
    "workgroup": "people",
    "decisions": "decisions",
    "consultation": "dialogue",
}


class ContentCard(QFrame):
    """`wanted` carries the page where the content is made."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._page = ""
        self.title = heading("", faces.ui(bold=True))
        self.words = label("", faces.reading(-1), "muted", wrap=True)
        self.link = button("", "link", lambda: self.wanted.emit(self._page))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 12)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.words)

    def show_content(self, strategy: Strategy, section: Section) -> None:
        """Show what a section holds besides its text; hidden where that is nothing."""
        self._page = _PAGES.get(section.content, "")
        self.setVisible(bool(self._page))
        if not self._page:
            return
        self.title.setText(choice_label(fields_of(Section)["content"], section.content))
        names = {place.key: place.label for group in PLACES for place in group}
        self.link.setText(tr("Change in {page}", page=tr(names[self._page])))
        lines = content_lines(strategy, section.content)
        self.words.setText("\n".join(lines) or tr("Nothing yet"))


def content_lines(strategy: Strategy, content: str) -> list[str]:
    """The content in a few lines: names, and how many more there are."""
    if content == "vision":
        return [plain(strategy.card.vision)] if strategy.card.vision else []
    if content == "activities":
        return _plan(strategy)
    if content == "areas":
        word = labels.hallmarks(strategy.card).lower()
        return _named(
            f"{caption(strategy, area)} ({len(strategy.hallmarks_by_area.get(area.id, ()))} {word})"
            for area in strategy.areas
        )
    return _named(caption(strategy, thing) for thing in _things(strategy, content))


def _things(strategy: Strategy, content: str) -> tuple[Noun, ...]:
    found: dict[str, tuple[Noun, ...]] = {
        "hallmarks": strategy.hallmarks_by_area.get(None, ()),
        "definitions": strategy.definitions,
        "alignment": strategy.goals,
        "indicators": strategy.indicators,
        "workgroup": strategy.members,
        "decisions": strategy.decisions,
    }
    if content == "consultation":
        return strategy.all(strategy.schema.by_entity["consultation"])
    return found.get(content, ())


def _plan(strategy: Strategy) -> list[str]:
    n = len(strategy.activities)
    units = len({one.unit for one in strategy.activities if one.unit})
    if not n:
        return []
    return [
        (tr("1 activity") if n == 1 else tr("{n} activities", n=n))
        + ", "
        + (tr("1 unit") if units == 1 else tr("{n} units", n=units))
    ]


def _named(names: Iterable[str]) -> list[str]:
    every = list(names)
    if len(every) > MOST + 1:
        return [*every[:MOST], tr("and {n} more", n=len(every) - MOST)]
    return every
