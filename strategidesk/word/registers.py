"""The content kinds that list a register: definitions, workgroup, decisions, consultations."""

from strategidesk.model.dialogue import Consultation, Response
from strategidesk.model.document import Area, Definition, Section
from strategidesk.model.noun import fields_of
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.flow import Flow
from strategidesk.word.fragments import choice, paragraph_sign, span, together
from strategidesk.word.tables import shown


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
    """A table of the decisions; reference numbers only where they are not the strategy's own."""
    text, card = wording().text, strategy.card
    columns = [
        text("date"),
        text("decision"),
        text("concerns"),
        text("decided_by"),
        text("paragraph"),
        text("reference_number_short"),
        text("decision_text"),
    ]
    several = len({decision.about for decision in strategy.decisions}) > 1
    rows = [
        [
            decision.date,
            choice(decision, "kind"),
            choice(decision, "about") if several else "",
            decision.body,
            paragraph_sign(decision.paragraph),
            decision.reference_number if decision.reference_number != card.reference_number else "",
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
        text("respondent" if referral else "participant"),
        text("received"),
        text("position"),
        text("opinion" if referral else "wish"),
        text("concerns"),
        text("handling"),
        text("comment"),
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
