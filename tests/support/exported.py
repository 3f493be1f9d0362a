"""Every document that is made of a strategy."""

from collections.abc import Iterator
from pathlib import Path

from strategidesk.desk.exporting import export
from strategidesk.desk.exports import EXPORTS, Wish
from strategidesk.desk.jobs import finish
from strategidesk.model.choices import DECISION_ABOUT, PAPER_KIND
from strategidesk.model.strategy import Strategy

TODAY = "2026-03-09"


def wishes(what: str, forms: tuple[str, ...]) -> Iterator[Wish]:
    """How each export is wanted: in every form, a paper about whatever papers are about."""
    abouts = tuple(DECISION_ABOUT) if what.replace("-", "_") in PAPER_KIND else ("strategy",)
    for form in forms or ("",):
        for about in abouts:
            yield Wish(form=form, about=about, today=TODAY, comments=True, pages=False)


def documents(strategy: Strategy, folder: Path, *formats: str) -> Iterator[Path]:
    """Each export of the strategy in the formats, one file after the other."""
    for one in EXPORTS:
        for format in formats:
            if format in one.formats:
                for number, wish in enumerate(wishes(one.what, one.forms)):
                    out = folder / f"{one.what}-{number}.{format}"
                    finish(export(strategy, one.what, out, format, wish))
                    yield out
