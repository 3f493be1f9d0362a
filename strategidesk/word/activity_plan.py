"""The activity plan as a Word document of its own, on landscape pages."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from strategidesk.model.planning import Form, planned
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.cover import adoption
from strategidesk.word.document import sheet, turn
from strategidesk.word.finishing import finish
from strategidesk.word.flow import Flow
from strategidesk.word.fragments import decided, together
from strategidesk.word.package import Package
from strategidesk.word.plan import add_plan
from strategidesk.word.progress import Progress
from strategidesk.word.strategy import margin_texts
from strategidesk.word.template_file import Template


def write(
    strategy: Strategy,
    out: Path,
    *,
    form: Form = "compact",
    template: Template = None,
    today: str | None = None,
) -> Iterator[Progress]:
    """Writes the plan to `out`, telling how far it has come; the file is there at the end.

    `compact` is VAD, NÄR and VEM; `full` has every column that is used. `template` and `today` as
    for the strategy. Raises UserError for a template that is no Word document.
    """
    day = today or datetime.date.today().isoformat()
    title = plan_title(strategy)
    yield Progress(0, 2, title)
    package = Package(template)
    turn(package)
    flow = Flow(package, sheet(package), 0, strategy.pictures, strategy.card.language)
    flow.line(title, "Title")
    flow.line(_about(strategy, day), "Subtitle")
    if not planned(strategy, form):
        flow.line(wording().text("no_activities"))
    add_plan(flow, strategy, form)
    flow.finish()
    yield Progress(1, 2, title)
    values = margin_texts(strategy.card)
    finish(package, flow, strategy.card, out, title=title, today=day, values=values)
    yield Progress(2, 2)


def plan_title(strategy: Strategy) -> str:
    """What the plan is called: after its strategy, where that has a title."""
    card = strategy.card
    if not card.title:
        return wording().text("activity_plan")
    return wording().text("activity_plan_of", title=card.title)


def _about(strategy: Strategy, day: str) -> str:
    """Whose plan it is, and who adopted it when, or the day of this paper."""
    adopted = adoption(strategy, "activity_plan")
    dated = wording().text("adopted_by", decision=decided(adopted)) if adopted else day
    return together((strategy.card.municipality, dated))
