"""Commands on versions: adopt, versions, compare."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from strategidesk.cli.arguments import account
from strategidesk.cli.history import moment, short
from strategidesk.cli.progress import shown
from strategidesk.desk import versions as desk_versions
from strategidesk.desk.comparing import Sides, as_json, comparing, document_beside, writing
from strategidesk.desk.desk import Desk
from strategidesk.desk.jobs import finish
from strategidesk.desk.versions import PLAN, SHORT, STRATEGY, Adoption, find
from strategidesk.errors import NotOneOf, UsageError
from strategidesk.history.versions import Version
from strategidesk.language import tr
from strategidesk.model.comparison import Comparison

_ADOPTED = {"strategy": STRATEGY, "activity-plan": PLAN}
_FORMATS = ("docx",)


def adopt(options: Namespace) -> None:
    about = _ADOPTED.get(options.what or "strategy")
    if about is None:
        raise NotOneOf(kind="--what", name=options.what, names=_ADOPTED)
    with Desk.open(options.file, options.author or account()) as desk:
        desk_versions.adopt(desk, Adoption(options.body, options.date, options.paragraph, about))
        _tell_newest(desk)


def versions(options: Namespace) -> None:
    if options.name is not None:
        with Desk.open(options.file, options.author or account()) as desk:
            desk_versions.name_version(desk, options.name)
            _tell_newest(desk)
        return
    with Desk.open(options.file) as desk:
        found = desk_versions.versions(desk.file)
    if options.json:
        listed = {"versions": [_plain(one) for one in found]}
        print(json.dumps(listed, ensure_ascii=False, indent=1))
    elif not found:
        print(tr("There are no versions yet."))
    for one in () if options.json else found:
        print(_line(one))


def _tell_newest(desk: Desk) -> None:
    print(_line(desk_versions.versions(desk.file)[0]))
    if desk.backup_trouble:
        print(f"strategidesk: {desk.backup_trouble}", file=sys.stderr)


def _line(version: Version) -> str:
    when = moment(version.at).astimezone().strftime("%Y-%m-%d %H:%M")
    return f"{version.id[:SHORT]}  {when}  {version.kind}  {version.author}: {version.title}"


def _plain(version: Version) -> dict[str, Any]:
    return {
        "id": version.id,
        "title": version.title,
        "kind": version.kind,
        "decision": version.decision,
        "author": version.author,
        "at": moment(version.at).isoformat().replace("+00:00", "Z"),
    }


def compare(options: Namespace) -> None:
    if options.format is not None and options.format not in _FORMATS:
        raise NotOneOf(tr("format"), options.format, _FORMATS)
    if options.json and options.format:
        raise UsageError("Give either --json or --format.")
    with Desk.open(options.file) as desk, shown() as told:
        found = desk_versions.versions(desk.file)
        sides = Sides(find(found, options.a, desk.path), find(found, options.b, desk.path))
        comparison = finish(comparing(desk.file, sides), told)
        if options.format:
            out = options.out or document_beside(options.file)
            finish(writing(comparison, sides, out, options.template), told)
    if options.format:
        print(out)
    elif options.json:
        print(json.dumps({"differences": list(as_json(comparison))}, ensure_ascii=False, indent=1))
    elif not comparison:
        print(tr("Nothing differs."))
    else:
        for line in _lines(comparison):
            print(line)


def _lines(comparison: Comparison) -> Iterator[str]:
    for one in as_json(comparison):
        yield f"{', '.join(one['what'])}  {one['entity']} {one['id']}: {short(one['title'])}"
        for field in one["fields"]:
            yield f"    {field['field']}: {short(field['old'])} -> {short(field['new'])}"
