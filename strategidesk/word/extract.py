"""The plan-and-budget extract as a Word document: a unit's activities in a year and their cost."""

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from strategidesk.model import labels
from strategidesk.model.document import Area
from strategidesk.model.extract import (
    Entry,
    Extract,
    Share,
    Sum,
    by_funding,
    longer,
    name_of,
    numbers,
    summed,
    undated,
    unpriced,
)
from strategidesk.model.wording import wording
from strategidesk.word.activity_plan import plan_title
from strategidesk.word.contents import contents, height, listed
from strategidesk.word.document import sheet, turn
from strategidesk.word.finishing import finish
from strategidesk.word.flow import Flow
from strategidesk.word.fragments import counted, in_a_row, number, together
from strategidesk.word.markup import Piece, begun
from strategidesk.word.package import Package
from strategidesk.word.plan import when
from strategidesk.word.progress import Progress
from strategidesk.word.strategy import margin_texts
from strategidesk.word.tables import figure, strong
from strategidesk.word.template_file import Template

_MOST_NUMBERS = 30  # of activities that a sentence names
_FRONT = 2  # paragraphs: the title and what stands under it
_TITLE = 120.0  # points: how high they are
_MANY = 15  # headings from which there are contents
_ALIKE = 40  # rows whose texts give all tables the same widths


def write(
    extract: Extract, out: Path, *, template: Template = None, today: str | None = None
) -> Iterator[Progress]:
    """Writes the extract to `out`, telling how far it has come; the file is there at the end.

    `template` and `today` as for the strategy. Raises UserError for a template that is no Word
    document.
    """
    day = today or datetime.date.today().isoformat()
    card = extract.strategy.card
    title = extract.title
    total = len(extract.shares) + 2
    package = Package(template)
    turn(package)
    flow = Flow(package, sheet(package), None, extract.strategy.pictures)
    flow.line(title, "Title")
    flow.line(together((card.municipality, day)), "Subtitle")
    _say(flow, extract)
    work = _Tables(flow, extract)
    for done, share in enumerate(extract.shares):
        yield Progress(done, total, title)
        work.add_share(share)
    if extract.shares:
        work.add_sums()
    flow.finish()
    yield Progress(total - 1, total, title)
    values, body = margin_texts(card), _with_contents(flow)
    finish(package, flow, card, out, title=title, today=day, values=values, body=body)
    yield Progress(total, total)


def _with_contents(flow: Flow) -> list[Piece]:
    """The body, with contents under the title where it has many headings."""
    title, rest = flow.body[:_FRONT], flow.body[_FRONT:]
    if len(flow.headings.all) <= _MANY:
        return flow.body
    entries = listed(flow.headings.all, flow.pages.height)
    pages = 1 + int((_TITLE + height(entries)) / flow.pages.height)
    return [*title, *contents(entries, flow.styles, pages), *begun(rest)]


def _text(key: str, **places: object) -> str:
    return wording().text(f"extract.{key}", **places)


def _say(flow: Flow, extract: Extract) -> None:
    """What the paper shows, and what a reader must know of its sums."""
    if not extract.entries:
        flow.line(_text("none"))
        return
    key = "shows" if extract.year is None else "shows_year"
    shows = _text(key, plan=plan_title(extract.strategy), year=extract.year)
    flow.line(f"{shows} {_text('numbers')}")
    flow.items(_remarks(extract))


def _remarks(extract: Extract) -> Iterator[str]:
    entries, year = extract.entries, extract.year
    yield _remark("missing", numbers(entries, unpriced))
    if year is not None:
        yield _remark("undated", numbers(entries, undated))
        yield _remark("longer", numbers(entries, longer(year)))
    if cancelled := extract.cancelled():
        yield counted("extract.cancelled", cancelled)


def _remark(key: str, which: Sequence[int]) -> str:
    if not which:
        return ""
    named = _text("which", numbers=in_a_row([str(one) for one in which]))
    return counted(f"extract.{key}", len(which), which=named * (len(which) <= _MOST_NUMBERS))


class _Tables:
    """The tables of one extract."""

    def __init__(self, flow: Flow, extract: Extract) -> None:
        self._flow = flow
        self._extract = extract
        self._several = len(extract.shares) > 1
        entries = extract.entries
        sample = entries[:: 1 + len(entries) // _ALIKE]
        self._alike = [self._row(entry) for entry in sample]

    def add_share(self, share: Share) -> None:
        """A unit's activities and what they cost; a heading alone over the units below it."""
        name = name_of(share.unit)
        if self._several:
            self._flow.heading(share.depth + 1, name)
        else:
            self._flow.heading(1, _text("activities"))
        if share.entries:
            rows = [self._row(entry) for entry in share.entries]
            sums = figure(_amount(summed(share.entries)), True)
            rows.append(["", strong(_text("sum")), "", "", "", "", sums])
            caption = _text("table", unit=name)
            self._flow.table(self._titles(), rows, caption, self._alike, whole=True)
            if self._several:
                self._flow.line(_per_funding(share.entries))

    def add_sums(self) -> None:
        """What all of it costs, per unit and per funding."""
        entries = self._extract.entries
        if self._several:
            self._flow.heading(1, _text("together"))
            self._flow.heading(2, _text("per_unit"))
            self._sums("unit", "per_unit", list(self._per_unit()))
        self._flow.heading(1 + self._several, _text("per_funding"))
        rows = [_sums(funding or _text("unfunded"), each) for funding, each in by_funding(entries)]
        self._sums("funding", "per_funding", [*rows, _sums(_text("sum"), summed(entries), True)])

    def _titles(self) -> list[str]:
        text, card = wording().text, self._extract.strategy.card
        return [
            text("number"),
            text("activity"),
            labels.column(card, "area_label"),
            text("time"),
            _text("resources"),
            _text("funding"),
            figure(_text("cost")),
        ]

    def _row(self, entry: Entry) -> list[str]:
        activity = entry.activity
        area = self._extract.strategy.get(Area, activity.area)
        budget = activity.budget
        return [
            str(entry.number),
            activity.title,
            area.title if area else "",
            together((when(activity), activity.recurrence)),
            activity.resources,
            activity.funding,
            figure(_text("unpriced") if budget is None else number(budget)),
        ]

    def _sums(self, of: str, caption: str, rows: Sequence[Sequence[str]]) -> None:
        figures = [figure(_text(key)) for key in ("count", "without", "amount")]
        self._flow.table([_text(of), *figures], rows, _text(caption), whole=True)

    def _per_unit(self) -> Iterator[list[str]]:
        """Each unit's own; below a unit with others under it, theirs together."""
        groups = _gathered(self._extract.shares)
        for group in groups:
            for share in group:
                if share.entries:
                    yield _sums(name_of(share.unit), summed(share.entries))
            if len(group) > 1 and len(groups) > 1:
                label = _text("sum_of", unit=name_of(group[0].unit))
                yield _sums(label, summed([e for share in group for e in share.entries]), True)
        yield _sums(_text("sum"), summed(self._extract.entries), True)


def _per_funding(entries: Sequence[Entry]) -> str:
    """The sums of a unit's activities per funding; empty where they have but one."""
    groups = list(by_funding(entries))
    if len(groups) < 2:
        return ""
    parts = (
        _text(
            "funded",
            funding=funding or _text("unfunded"),
            amount=_text("no_amount")
            if each.missing == each.total
            else wording().text("currency", amount=number(each.amount)),
        )
        for funding, each in groups
    )
    return _text("by_funding", parts="; ".join(parts))


def _gathered(shares: Sequence[Share]) -> list[list[Share]]:
    """Each unit at the top with those under it."""
    groups: list[list[Share]] = []
    for share in shares:
        if share.depth == 0:
            groups.append([])
        groups[-1].append(share)
    return groups


def _sums(label: str, sums: Sum, bold: bool = False) -> list[str]:
    counts = (figure(number(Decimal(n)), bold) for n in (sums.total, sums.missing))
    return [strong(label) if bold else label, *counts, figure(_amount(sums), bold)]


def _amount(sums: Sum) -> str:
    """The sum; the word for none where no activity has an amount."""
    return _text("unpriced") if sums.missing == sums.total else number(sums.amount)
