"""Imports what the start page does without, while the user looks at it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from strategidesk.language import tr

if TYPE_CHECKING:
    from strategidesk.desk.templates import Template


class Warming(QObject):
    """`done` carries the templates: name, title and what is said of each."""

    done = Signal(list)

    def run(self) -> None:
        """On a worker thread."""
        self.done.emit(offered())


def offered() -> list[tuple[str, str, str]]:
    """Every template: its name, its title and what is said of it."""
    from strategidesk.desk.templates import templates

    return [(one.name, one.title, _about(one)) for one in templates()]


def _about(template: "Template") -> str:
    words = tr("{n} sections with guidance to write by", n=template.sections)
    return template.about or words
