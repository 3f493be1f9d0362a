"""The content kinds that list a register: definitions, workgroup, decisions, consultations."""

from strategidesk.model.dialogue import Consultation, Response
from strategidesk.model.document import Area, Definition, Section
from strategidesk.model.noun import fields_of
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.flow import Flow
from strategidesk.word.fragments import choice, paragraph_sign, span, together
from strategidesk.word.tables import Column, shown


def add_definitions(flow: Flow, strategy: Strategy, level: int) -> None:
    """Terms as headings in a numbered document, else in bold before their text."""
    as_headings = strategy.card.heading_numbering == "decimal"
    for definition in strategy.definitions:
        if as_headings and definition.term.strip():
            flow.heading(level, definition.term)
            flow.prose(definition.text)
        else:
            flow.prose(definition.text, definition.term.strip())
        _source(flow, definition)


def _source(flow: Flow, definition: Definition) -> None:
    if definition.source:
        flow.line(wording().text("source", source=definition.source), "Källa")


def add_workgroup(flow: Flow, strategy: Strategy, _level: int) -> None:
    """Each member's name and role."""
    flow.items(together((member.name, member.role)) for member in strategy.members)


def add_decisions(flow: Flow, strategy: Strategy, _level: int) -> None:
    """A table of the decisions about the strategy and its plan."""
    text = wording().text
    columns = [
        Column(text("date"), 2),
        Column(text("decision"), 2.6),
        Column(text("concerns"), 2.4),
        Column(text("body"), 3),
        Column(text("paragraph"), 1.6),
        Column(text("reference_number"), 2.4),
        Column(text("decision_text"), 5),
    ]
    several = len({decision.about for decision in strategy.decisions}) > 1
    rows = [
        [
            decision.date,
            choice(decision, "kind"),
            choice(decision, "about") if several else "",
            decision.body,
            paragraph_sign(decision.paragraph),
            decision.reference_number,
            flow.cell(decision.text),
        ]
        for decision in strategy.decisions
    ]
    flow.table(*shown(columns, rows), wording().choice(fields_of(Section)["content"], "decisions"))


def add_consultations(flow: Flow, strategy: Strategy, level: int) -> None:
    """Each consultation as a heading, when and where it was, and what came in."""
    for consultation in strategy.all(Consultation):
        heading = consultation.title or choice(consultation, "kind")
        if heading.strip():
            flow.heading(level, heading)
        _facts(flow, consultation)
        flow.prose(consultation.description)
        _responses(flow, strategy, consultation)


def _facts(flow: Flow, consultation: Consultation) -> None:
    text = wording().text
    period = span(consultation.from_, consultation.to)
    facts = (
        text("consultation_period", period=period) if period else "",
        text("places", places=consultation.places) if consultation.places else "",
        text("respondents", respondents=consultation.respondents)
        if consultation.respondents
        else "",
    )
    flow.line(together(facts, ". "))


def _responses(flow: Flow, strategy: Strategy, consultation: Consultation) -> None:
    """Referrals and dialogues have headings of their own for who spoke and what was said."""
    text = wording().text
    referral = consultation.kind == "remiss"
    columns = [
        Column(text("respondent" if referral else "participant"), 2.6),
        Column(text("received"), 1.9),
        Column(text("position"), 2.2),
        Column(text("opinion" if referral else "wish"), 5),
        Column(text("concerns"), 2.6),
        Column(text("handling"), 2.2),
        Column(text("comment"), 4),
    ]
    rows = [
        _response(flow, strategy, response)
        for response in strategy.all(Response)
        if response.consultation == consultation.id
    ]
    flow.table(*shown(columns, rows), consultation.title)


def _response(flow: Flow, strategy: Strategy, response: Response) -> list[str]:
    area = strategy.get(Area, response.area)
    section = strategy.get(Section, response.section)
    concerns = together((area.title if area else "", section.heading if section else ""), "; ")
    return [
        response.respondent,
        response.date,
        choice(response, "position"),
        flow.cell(response.text),
        concerns,
        choice(response, "handling"),
        flow.cell(response.comment),
    ]
