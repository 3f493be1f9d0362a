"""Every document that is made of a strategy."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from strategidesk.desk.exporting import export
from strategidesk.desk.exports import EXPORTS, Export, Wish
from strategidesk.desk.jobs import finish
from strategidesk.model.choices import DECISION_ABOUT, PAPER_KIND
from strategidesk.model.extract import NO_UNIT
from strategidesk.model.strategy import Strategy

TODAY = "2026-03-09"


def wishes(strategy: Strategy, what: Export, template: Path | None) -> Iterator[Wish]:
    """How each export is wanted: in every form, in part, a paper about whatever they are about."""
    usual = Wish(template=template, today=TODAY, comments=True, pages=False)
    for form in what.forms or ("",):
        yield replace(usual, form=form)
    if what.what.replace("-", "_") in PAPER_KIND:
        yield from (replace(usual, about=about) for about in [*DECISION_ABOUT][1:])
    if what.parts:
        units = [unit.id for unit in strategy.units]
        yield replace(usual, year=int(TODAY[:4]))
        yield replace(usual, unit=units[0] if units else NO_UNIT)


def documents(
    strategy: Strategy, folder: Path, *formats: str, template: Path | None = None
) -> Iterator[Path]:
    """Each export of the strategy in the formats, one file after the other."""
    for one in EXPORTS:
        for format in formats:
            if format in one.formats:
                for number, wish in enumerate(wishes(strategy, one, template)):
                    out = folder / f"{one.what}-{number}.{format}"
                    finish(export(strategy, one.what, out, format, wish))
                    yield out
