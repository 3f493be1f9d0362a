"""Commands that look back: history, verify."""

import json
from argparse import Namespace
from datetime import UTC, datetime
from typing import Any

from strategidesk.desk.desk import Desk
from strategidesk.errors import UserError
from strategidesk.history.timeline import Entry
from strategidesk.language import tr
from strategidesk.model.fields import Id

WIDTH = 60  # characters of a text that one line shows


def history(options: Namespace) -> None:
    with Desk.open(options.file) as desk:
        id = desk.strategy.card.id if options.id == "strategy" else options.id
        found = list(desk.history(Id(id) if id else None, options.field))
    if not found:
        raise UserError(
            "The file holds nothing of that id and field. "
            "Look them up with: strategidesk dump {path}",
            path=options.file,
        )
    if options.json:
        print(json.dumps([_plain(entry) for entry in found], ensure_ascii=False, indent=1))
        return
    for entry in found:
        print(_line(entry))


def verify(options: Namespace) -> None:
    with Desk.open(options.file) as desk:
        findings = list(desk.verify())
    for finding in findings:
        print(tr(finding.template, place=finding.place))
    if findings:
        raise UserError(
            "The file {path} is damaged in {n} places. Restore it from a backup.",
            path=options.file,
            n=len(findings),
        )
    print(tr("The file {path} is whole.", path=options.file))


def moment(at: int) -> datetime:
    """The moment of a revision, in UTC."""
    return datetime.fromtimestamp(at / 1e6, UTC)


def _line(entry: Entry) -> str:
    when = moment(entry.at).astimezone().strftime("%Y-%m-%d %H:%M")
    what = f"{entry.entity} {entry.id} {entry.field}"
    return f"{entry.revision}  {when}  {entry.author}  {what}: {short(entry.value)}"


def short(value: Any) -> str:
    """A JSON value on one line, cut where it is long."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        "revision": entry.revision,
        "id": entry.id,
        "entity": entry.entity,
        "field": entry.field,
        "author": entry.author,
        "at": moment(entry.at).isoformat().replace("+00:00", "Z"),
        "kind": entry.kind,
        "before": entry.before,
        "value": entry.value,
        **({"values": entry.values} if entry.values is not None else {}),
    }
