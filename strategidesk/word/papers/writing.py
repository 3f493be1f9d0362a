"""A paper to a board as a Word document: its facts, its heading and its parts in their order."""

from collections.abc import Iterator
from pathlib import Path

from strategidesk.model.papers import Layout, Part, layout
from strategidesk.model.people import Paper
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.prose import parse
from strategidesk.prose.plain import plain
from strategidesk.word.document import alike, sheet
from strategidesk.word.finishing import finish
from strategidesk.word.flow import Flow
from strategidesk.word.markup import LINE_BREAK, TAB, Piece, paragraph, run
from strategidesk.word.package import Package
from strategidesk.word.papers.blanks import blank, blank_run
from strategidesk.word.papers.facts import fact, facts
from strategidesk.word.progress import Progress
from strategidesk.word.strategy import margin_texts
from strategidesk.word.template_file import Template

_SIGNATURES = "signatures"
_LINES_ABOVE = 4  # that stand on the page where somebody signs, at most


def write(
    strategy: Strategy,
    paper: Paper,
    out: Path,
    *,
    template: Template = None,
    today: str,
) -> Iterator[Progress]:
    """Writes the paper to `out`, telling how far it has come; the file is there at the end.

    The paper's parts are filled; those that are not show what is to be written there. `template`
    is the municipality's own; `today` (a day) dates the file. Raises UserError for a template that
    is no Word document, KeyError for a kind of paper that has no layout.
    """
    found = layout(paper.kind)
    total = len(found.parts) + 1
    package = Package(template)
    if template is None:
        alike(package)
    flow = Flow(package, sheet(package), None, strategy.pictures)
    _open(flow, found, strategy, paper)
    flow.heading(1, paper.heading)
    for done, part in enumerate(found.parts):
        yield Progress(done, total, found.name)
        _add(flow, part, strategy, paper)
    flow.finish()
    title = wording().text("papers.title", name=found.name, heading=paper.heading)
    values = _margins(found, strategy, paper)
    finish(package, flow, strategy.card, out, title=title, today=today, values=values)
    yield Progress(total, total)


def _open(flow: Flow, found: Layout, strategy: Strategy, paper: Paper) -> None:
    flow.line(_marked(found.opening, found), "Papperstyp")
    for one in facts(found, strategy, paper):
        content = run(one.value) if one.value else blank_run(one.key, one.name, one.hint)
        style = flow.styles.id("Ärendeuppgift")
        flow.body.append(paragraph(style, run(one.name, "<w:b/>") + TAB + content))


def _marked(name: str, found: Layout) -> str:
    return f"{name} – {found.mark}" if found.mark else name


def _add(flow: Flow, part: Part, strategy: Strategy, paper: Paper) -> None:
    text = str(getattr(paper, part.field)) if part.field else ""
    if part.field and part.optional and not text.strip():
        return
    heading = part.headed(paper, strategy)
    if heading:
        flow.heading(part.level, heading)
    if part.look == _SIGNATURES:
        flow.lead(_LINES_ABOVE)
        for line in filter(None, map(plain, text.split("\n\n"))):
            content = TAB + LINE_BREAK + run(line)
            flow.body.append(paragraph(flow.styles.id("Underskrift"), content))
    elif parse(text).blocks:
        flow.prose(text)
    elif part.hint:
        flow.body.append(_hint(flow, part, heading))


def _hint(flow: Flow, part: Part, heading: str) -> Piece:
    return blank(flow.styles.normal, part.field, heading, part.hint)


def _margins(found: Layout, strategy: Strategy, paper: Paper) -> dict[str, str]:
    """The header names the paper and its mark, beside the matter's number."""
    values = margin_texts(strategy.card)
    number = fact("reference_number", strategy, paper)
    short = wording().text("reference_number_short")
    values["running_header"] = _marked(found.name, found)
    values["reference_number"] = f"{short} {number}" if number else ""
    return values
