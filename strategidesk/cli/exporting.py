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
from strategidesk.errors import UsageError
from strategidesk.model.strategy import Strategy


def export(options: Namespace) -> None:
    kind, format = chosen(options.what, options.format, options.form)
    with Desk.open(options.file) as desk:
        found = versions(desk.file)
        version = find(found, options.version, desk.path) if options.version else None
        strategy = load(desk.file, version) if version else desk.strategy
    wish = Wish(
        form=options.form or "",
        template=options.template,
        information=information(strategy, found, version),
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
