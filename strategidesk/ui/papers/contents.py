"""What a paper's form and its preview have, in the order of the paper."""

from strategidesk.model.papers import Layout, Part, layout, parts

_FACTS = {
    "proposal": ("decision", "about", "body", "heading", "dated", "case_officer", "department"),
    "minutes": ("decision", "about", "body", "heading"),
    "consultation": (
        "heading",
        "reply_by",
        "dated",
        "reply_to",
        "case_officer",
        "department",
    ),
    "consultation_summary": ("decision", "heading", "dated", "case_officer", "department"),
}
_USUAL_FACTS = ("decision", "about", "body", "heading", "dated")
_LETTERED = {"consultation": ("letter", "sent_to")}  # kinds without parts of their own


def facts_of(kind: str) -> tuple[str, ...]:
    """The names of the fields that stand on top of a paper's form."""
    return _FACTS.get(kind, _USUAL_FACTS)


def parts_of(kind: str) -> tuple[Part, ...]:
    """The parts that a secretary edits."""
    return parts(kind) or tuple(Part(name, optional=True) for name in _LETTERED.get(kind, ()))


def shown_parts(kind: str) -> tuple[Part, ...]:
    """All that stands in a paper: its parts, and the headings over several of them."""
    found = layout_of(kind)
    return found.parts if found else parts_of(kind)


def layout_of(kind: str) -> Layout | None:
    """How a kind of paper is laid out; None for one that is not composed of parts."""
    try:
        return layout(kind)
    except KeyError:
        return None
