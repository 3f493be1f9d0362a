"""What came in during dialogues and referrals and how it was handled, on landscape pages."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from strategidesk.model.choices import POSITION
from strategidesk.model.dialogue import Consultation, Response
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of
from strategidesk.model.opinions import HANDLED, Opinions
from strategidesk.model.papers import layout
from strategidesk.model.people import Paper
from strategidesk.model.referral import MIXED, REFERRAL, Tally, tally
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.document import sheet, turn
from strategidesk.word.finishing import finish
from strategidesk.word.flow import Flow
from strategidesk.word.fragments import choice, span, title, together
from strategidesk.word.markup import TAB, Piece, paragraph, run
from strategidesk.word.package import Package
from strategidesk.word.papers.blanks import blank
from strategidesk.word.progress import Progress
from strategidesk.word.strategy import margin_texts
from strategidesk.word.tables import Ready, figure, strong
from strategidesk.word.template_file import Template

_CHANGED = ("accepted", "partly")


def write(
    strategy: Strategy,
    paper: Paper,
    out: Path,
    *,
    template: Template = None,
    today: str,
    by_respondent: bool = False,
) -> Iterator[Progress]:
    """Writes the report to `out`, telling how far it has come; the file is there at the end.

    The paper's parts are filled. The opinions stand in the order of the strategy, or else by
    respondent. `template` and `today` as for the strategy.
    """
    consultations = strategy.all(Consultation)
    total = len(consultations) + 1
    package = Package(template)
    turn(package)
    flow = Flow(package, sheet(package), None, strategy.pictures)
    _open(flow, strategy, paper)
    report = _Report(flow, strategy, by_respondent)
    for done, one in enumerate(consultations):
        yield Progress(done, total, one.title)
        report.add(one)
    if not consultations:
        flow.line(_text("nothing"))
    flow.finish()
    values = margin_texts(strategy.card)
    values["running_header"] = together((layout(paper.kind).name, values["running_header"]), " – ")
    finish(package, flow, strategy.card, out, title=paper.heading, today=today, values=values)
    yield Progress(total, total)


def _text(key: str, **places: object) -> str:
    return wording().text(f"papers.reporting.{key}", **places)


def _open(flow: Flow, strategy: Strategy, paper: Paper) -> None:
    found = layout(paper.kind)
    flow.line(found.name, "Title")
    card = strategy.card
    flow.line(together((title(card), card.municipality)), "Subtitle")
    for key in found.facts:
        of_card = key == "reference_number"
        value = card.reference_number if of_card else str(getattr(paper, key))
        if value:
            name = wording().text(f"papers.facts.{key}")
            content = run(name, "<w:b/>") + TAB + run(value)
            flow.body.append(paragraph(flow.styles.id("Ärendeuppgift"), content))
    for part in found.parts:
        text = str(getattr(paper, part.field))
        if text.strip() or not part.optional:
            flow.heading(1, part.headed(paper, strategy))
        if text.strip():
            flow.prose(text)
        elif not part.optional:
            flow.body.append(blank(flow.styles.normal, part.field, part.heading, part.hint))


class _Report:
    """The part of the report on each consultation."""

    def __init__(self, flow: Flow, strategy: Strategy, by_respondent: bool) -> None:
        self._flow = flow
        self._strategy = strategy
        self._opinions = Opinions(strategy)
        order = self._opinions.by_respondent if by_respondent else self._opinions.by_part
        self._order = order
        self._where: dict[tuple[Id | None, Id | None], _Where] = {}

    def add(self, one: Consultation) -> None:
        """When and where it was, who answered, and a table of what they said."""
        flow, referral = self._flow, one.kind == REFERRAL
        name = one.title.strip() or choice(one, "kind")
        flow.heading(1, name or layout("consultation_summary").name)
        flow.line(_facts(one))
        flow.prose(one.description)
        if referral:
            self._add_answers(tally(self._strategy, one), name)
        responses = self._order(one)
        if not responses:
            flow.line(_text("no_opinions"))
            return
        self._add_counts(one, name)
        flow.heading(2, _text("opinions_heading" if referral else "wishes_heading"))
        rows = [self._referred(each) if referral else self._wished(each) for each in responses]
        titles = wording().texts["papers"]["reporting"]["columns" if referral else "wish_columns"]
        flow.table(titles, rows, _text("table", name=name))

    def _add_answers(self, told: Tally, name: str) -> None:
        """Who was asked, who answered and how, in figures; and by name who did not."""
        self._flow.heading(2, _text("answers_heading"))
        titles = [_text("position"), figure(_text("count"))]
        rows = [
            [_position(key), figure(str(n))]
            for key in (*POSITION, MIXED, "")
            if (n := told.count(key)) or key in POSITION
        ]
        rows.append([strong(_text("answered_row")), figure(str(len(told.positions)), True)])
        if told.total is not None:
            silent = max(0, told.total - len(told.positions) + len(told.uncalled))
            rows.append([_text("silent_row"), figure(str(silent))])
            rows.append([_text("asked_row"), figure(str(told.total))])
        self._flow.table(titles, rows, _text("answers_table", name=name), whole=True)
        for key, names in (("silent", told.silent), ("uncalled", told.uncalled)):
            if names:
                self._flow.line(_text(key, n=len(names), names=", ".join(names)))

    def _add_counts(self, one: Consultation, name: str) -> None:
        """How many opinions there are on each part, and what they led to."""
        heading = "counts_heading" if one.kind == REFERRAL else "wish_counts_heading"
        self._flow.heading(2, _text(heading))
        counts = self._opinions.counts(one)
        used = [key for key in HANDLED if any(handled.get(key) for handled in counts.values())]
        titles = [_text("part"), figure(_text("count")), *(figure(_handled(key)) for key in used)]
        rows = [
            _counted(self._opinions.name(part) or _text("whole"), handled, used)
            for part, handled in counts.items()
        ]
        every = {key: sum(handled.get(key, 0) for handled in counts.values()) for key in used}
        rows.append(_counted(_text("sum"), every, used, True))
        self._flow.table(titles, rows, _text("counts_table", name=name), whole=True)

    def _referred(self, one: Response) -> list[str]:
        where = self._concerned(one)
        return [
            one.respondent,
            one.date,
            _taken(one.position),
            Ready(where.leading + self._flow.cell(one.text)),
            self._flow.cell(one.comment),
            _measure(one, where),
        ]

    def _wished(self, one: Response) -> list[str]:
        where = self._concerned(one)
        return [
            one.respondent,
            one.date,
            self._flow.cell(one.text),
            where.shown,
            _measure(one, where),
            self._flow.cell(one.comment),
        ]

    def _concerned(self, one: Response) -> "_Where":
        """Worked out once for all that concern the same."""
        key = one.section, one.area
        if key not in self._where:
            names = "; ".join(self._opinions.concerned(one))
            shown = names or _text("whole")
            self._where[key] = _Where(names, shown, strong(shown))
        return self._where[key]


class _Where(NamedTuple):
    """What an opinion is about: the names, the words for it, and those over its text."""

    names: str
    shown: str
    leading: Piece


@cache
def _taken(position: str) -> str:
    """The word for a position."""
    return wording().choice(fields_of(Response)["position"], position)


def _measure(one: Response, where: _Where) -> str:
    """What was done, and where."""
    done = _handled(one.handling)
    if one.handling in _CHANGED and where.names:
        return _text("where", done=done, where=where.names)
    return done


def _facts(one: Consultation) -> str:
    text = wording().text
    period = span(one.from_, one.to)
    facts = (
        text("consultation_period", period=period) if period else "",
        text("places", places=one.places) if one.places else "",
        text("respondents", respondents=one.respondents) if one.respondents else "",
    )
    return together(facts, ". ")


def _position(key: str) -> str:
    words: dict[str, str] = wording().texts["papers"]["reporting"]["positions"]
    return words[key or "none"]


def _handled(key: str) -> str:
    """The word for how it was handled; a newer program's stands as it is."""
    words: dict[str, str] = wording().texts["papers"]["reporting"]["handled"]
    return words.get(key or "none", key)


def _counted(
    name: str, handled: Mapping[str, int], used: Sequence[str], bold: bool = False
) -> list[str]:
    figures = (figure(str(n), bold) for n in (handled.get(key, 0) for key in used))
    total = figure(str(sum(handled.values())), bold)
    return [strong(name) if bold else name, total, *figures]
