"""The command export."""

import sys
from argparse import Namespace
from typing import Any

from strategidesk.cli.progress import shown
from strategidesk.desk.desk import Desk
from strategidesk.desk.exporting import export as job
from strategidesk.desk.exports import Export, Wish, beside, chosen, part_name
from strategidesk.desk.extracting import unit_named, year_of
from strategidesk.desk.information import information
from strategidesk.desk.jobs import finish
from strategidesk.desk.versions import find, load, versions
from strategidesk.errors import NotOneOf, UsageError
from strategidesk.model.fields import Id
from strategidesk.model.people import Paper
from strategidesk.model.strategy import Strategy

_ABOUT = {"strategy": "strategy", "activity-plan": "activity_plan"}


def _about(given: str | None) -> str:
    if given is not None and given not in _ABOUT:
        raise NotOneOf(kind="--about", name=given, names=_ABOUT)
    return _ABOUT[given or "strategy"]


def _paper(strategy: Strategy, id: str | None) -> Id | None:
    if id is not None and strategy.get(Paper, Id(id)) is None:
        raise UsageError("There is no paper with the id {id} in the file.", id=id)
    return Id(id) if id else None


def export(options: Namespace) -> None:
    kind, format = chosen(options.what, options.format, options.form)
    with Desk.open(options.file) as desk:
        found = versions(desk.file)
        version = find(found, options.version, desk.path) if options.version else None
        strategy = load(desk.file, version) if version else desk.strategy
    wish = Wish(
        form=options.form or "",
        template=options.template,
        own_look=options.own_look,
        information=information(strategy, found, version),
        paper=_paper(strategy, options.paper),
        about=_about(options.about),
        comments=options.comments,
        pages=not options.quick,
        **_part(options, kind, strategy),
    )
    title, part = version.title if version else "", part_name(strategy, wish)
    target = options.out or beside(options.file, kind, format, title, part)
    with shown() as told:
        exported = finish(job(strategy, options.what, target, format, wish), told)
    for notice in exported.notices:
        print(notice, file=sys.stderr)
    print(exported.path)


def _part(options: Namespace, kind: Export, strategy: Strategy) -> dict[str, Any]:
    """The unit and the year of a wish."""
    if not kind.parts and (options.unit is not None or options.year is not None):
        raise UsageError("--unit and --year go with activity-plan only.")
    return {
        "unit": None if options.unit is None else unit_named(strategy, options.unit),
        "year": None if options.year is None else year_of(options.year),
    }
