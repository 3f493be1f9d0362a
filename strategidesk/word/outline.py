"""The outline of sections: headings, texts and what each section's content stands for."""

from collections.abc import Callable, Iterator
from functools import partial

from strategidesk.model.document import Section
from strategidesk.model.headings import levels
from strategidesk.model.planning import Form
from strategidesk.model.strategy import Strategy
from strategidesk.word import registers
from strategidesk.word.alignment import add_alignment
from strategidesk.word.areas import add_areas, add_hallmarks
from strategidesk.word.flow import Flow
from strategidesk.word.indicators import add_indicators
from strategidesk.word.plan import add_plan

Add = Callable[[Flow, Strategy, int], None]


def add_outline(flow: Flow, strategy: Strategy, form: Form) -> Iterator[str]:
    """Adds every section in order, naming each before it is added."""
    kinds = _kinds(form)
    for section, level in levels(strategy.sections):
        yield section.heading
        if section.heading.strip():
            flow.heading(level, section.heading)
        flow.prose(section.body)
        _content(kinds, section)(flow, strategy, level + 1)


def _content(kinds: dict[str, Add], section: Section) -> Add:
    """What a content word stands for; a newer program's word adds nothing."""
    return kinds.get(section.content, _nothing)


def _nothing(_flow: Flow, _strategy: Strategy, _level: int) -> None:
    pass


def _vision(flow: Flow, strategy: Strategy, _level: int) -> None:
    flow.prose(strategy.card.vision)


def _overall_hallmarks(flow: Flow, strategy: Strategy, level: int) -> None:
    add_hallmarks(flow, strategy.hallmarks_by_area.get(None, ()), level)


def _plan(flow: Flow, strategy: Strategy, _level: int, *, form: Form) -> None:
    add_plan(flow, strategy, form)


def _kinds(form: Form) -> dict[str, Add]:
    return {
        "vision": _vision,
        "hallmarks": _overall_hallmarks,
        "areas": add_areas,
        "definitions": registers.add_definitions,
        "activities": partial(_plan, form=form),
        "alignment": add_alignment,
        "indicators": add_indicators,
        "workgroup": registers.add_workgroup,
        "decisions": registers.add_decisions,
        "consultation": registers.add_consultations,
    }
