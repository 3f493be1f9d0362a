"""What the page of the text does beside showing it: by the keys of the window's commands."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from strategidesk.desk.commands import Create
from strategidesk.desk.sections import can_join
from strategidesk.language import tr
from strategidesk.model.document import Definition
from strategidesk.model.fields import Id
from strategidesk.ui.text import arranging
from strategidesk.ui.words import noun_label
from strategidesk.ui.writing import deeds
from strategidesk.ui.writing.edit import RichEdit

if TYPE_CHECKING:
    from strategidesk.ui.pages.text import TextPage

ONE, WHOLE = "one", "whole"


class Doing:
    """Acts on the section in front, and on the text that is written in."""

    def __init__(self, page: "TextPage") -> None:
        self._page = page

    def deeds(self, edit: RichEdit | None) -> dict[str, Callable[[], object]]:
        """What can be done now, by command key."""
        page = self._page
        found: dict[str, Callable[[], object]] = {
            "one_section": lambda: page.set_mode(ONE),
            "whole_text": lambda: page.set_mode(WHOLE),
            "outline": page.turn_outline,
            "find": self.open_finder,
            "find_next": self.find_next,
            "next_finding": lambda: page.side.overlook.step(1),
            "previous_finding": lambda: page.side.overlook.step(-1),
        }
        if edit is not None:
            found |= deeds.deeds(edit)
        if page.work.read_only:
            return found
        found["replace"] = self.open_replacer
        if edit is not None:
            found |= {"comment": self.comment, "split_section": self.split}
        here = page.outline.section
        if here and can_join(page.work.strategy, here):
            found["join_section"] = self.join
        return found

    def comment(self) -> None:
        """A comment on what is selected."""
        quote = self._chosen()
        self._page.panel_wanted.emit()
        self._page.side.comment(quote)

    def _chosen(self) -> str:
        edit = self._page.edit
        return " ".join(edit.textCursor().selectedText().split()) if edit is not None else ""

    def define(self, words: str) -> None:
        """A definition of a word, to be written on its page."""
        page = self._page
        if page.commit():
            step = tr("add {thing}", thing=noun_label(page.work.strategy, Definition))
            changes = page.work.run(Create("definition", {"term": words}, label=step))
            for id in changes.created if changes else ():
                page.place_wanted.emit(id, "text")

    # finding

    def open_finder(self) -> None:
        """Open the bar that finds words, with what is selected."""
        self._page.commit()
        self._page.finder.open(self._chosen())

    def open_replacer(self) -> None:
        """Open the bar where words are put in the place of what is selected."""
        self.open_finder()
        self._page.finder.enter_other()

    def find_next(self) -> None:
        """The next place of the words sought last."""
        if self._page.finder.words.text():
            self._page.finder.step(1)
        else:
            self.open_finder()

    def find(self, section: str, words: str, number: int) -> None:
        """Go to the how-manieth place of words in a section."""
        self._page.show_thing(Id(section))
        self.find_words(words, number, focus=False)

    def find_words(self, words: str, number: int = 0, focus: bool = True) -> None:
        """Select words in the section in front: their first place there, or a later one."""
        view = self._page.sheet.view_of(self._page.outline.section)
        if view is None:
            return
        found = view.edit.document().find(words)
        for _place in range(number):
            after = view.edit.document().find(words, found)
            found = found if after.isNull() else after
        if found.hasSelection():
            view.edit.setTextCursor(found)
            view.edit.keep_in_sight(always=True)
            if focus:
                view.edit.setFocus()

    # sections

    def split(self) -> None:
        """Make a section of its own of what stands behind the cursor."""
        page = self._page
        here = page.outline.section
        view = page.sheet.view_of(here)
        if here is None or view is None or not page.commit():
            return
        made = arranging.split(page.work, here, *view.edit.halves())
        if made is not None:
            page.show_thing(made)
            page.focus_field("heading")

    def join(self) -> None:
        """Put the section's text behind that of the section before it."""
        page = self._page
        here = page.outline.section
        if here is not None and page.commit():
            joined = arranging.join(page.work, here)
            if joined is not None:
                page.show_thing(joined)
