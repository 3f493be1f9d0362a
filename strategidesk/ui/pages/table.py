"""Which page shows which nouns. A noun that stands nowhere here gets a tab on the page Other."""

from dataclasses import dataclass

from strategidesk.language import mark
from strategidesk.model.schema import Schema


@dataclass(frozen=True)
class Listing:
    """How a noun's things are listed."""

    entity: str
    new: str = ""  # English; what its button says
    titles: tuple[str, ...] = ()  # fields that name a thing here; none: as everywhere
    details: tuple[str, ...] = ()  # fields of the second line
    by: str = ""  # the reference field whose target it is listed under
    loose: str = ""  # English; heading of those that point at nothing


@dataclass(frozen=True)
class Register:
    """One list: a noun, and perhaps another whose things are listed under the first's."""

    main: Listing
    under: Listing | None = None
    empty: str = ""  # English; what to do while there is nothing
    columns: tuple[str, ...] = ()  # as a table with these fields


@dataclass(frozen=True)
class Place:
    """One page in the navigation."""

    key: str  # also its sign
    label: str  # English
    registers: tuple[Register, ...] = ()
    card: bool = False  # the strategy's own form
    also: tuple[str, ...] = ()  # entities that stand here without a list of their own
    key_number: int = 0  # Ctrl+number
    listed: bool = True  # in the navigation and among the pages of the menu View


Groups = tuple[tuple[Place, ...], ...]
REVIEW = "review"  # the page of what waits for a person

PLACES: Groups = (
    (Place("overview", mark("Overview"), key_number=1),),
    (
        Place(
            "text",
            mark("Text"),
            (
                Register(
                    Listing("section", mark("New section"), details=()),
                    empty=mark("No sections yet. Add a section to begin."),
                ),
            ),
            key_number=2,
        ),
        Place(
            "areas",
            mark("Areas and hallmarks"),
            (
                Register(
                    Listing("area", mark("New area")),
                    Listing(
                        "hallmark",
                        mark("New hallmark"),
                        by="area",
                        loose=mark("Overall hallmarks"),
                    ),
                    mark(
                        "No areas yet. "
                        "An area gathers hallmarks and activities that belong together."
                    ),
                ),
            ),
            key_number=3,
        ),
        Place(
            "definitions",
            mark("Definitions"),
            (
                Register(
                    Listing("definition", mark("New definition"), details=("text",)),
                    empty=mark(
                        "No definitions yet. Select a word in the text and choose "
                        "Define the word, or add one here."
                    ),
                ),
            ),
            key_number=4,
        ),
        Place(
            "plan",
            mark("Activity plan"),
            (
                Register(
                    Listing("activity", mark("New activity")),
                    empty=mark(
                        "The plan is empty. Add an activity, paste rows from Excel "
                        "or fetch an existing plan."
                    ),
                    columns=("title", "area", "unit", "when", "status"),
                ),
            ),
            key_number=5,
        ),
        Place(
            "indicators",
            mark("Indicators"),
            (
                Register(
                    Listing("indicator", mark("New indicator"), details=("measure_unit",)),
                    Listing(
                        "indicator_value",
                        mark("New value"),
                        titles=("period",),
                        details=("value", "group"),
                        by="indicator",
                        loose=mark("Values without an indicator"),
                    ),
                    mark("No indicators yet. Add one, or fetch a file from Kolada or SCB."),
                ),
            ),
        ),
        Place(
            "chain",
            mark("Chain of goals"),
            (
                Register(
                    Listing("goal", mark("New goal"), details=("level",)),
                    Listing(
                        "link",
                        mark("New link"),
                        titles=("hallmark", "activity", "area"),
                        by="goal",
                        loose=mark("Links without a goal"),
                    ),
                    mark(
                        "No goals are entered. Add those that the strategy builds on, "
                        "or fetch a superior strategy."
                    ),
                ),
            ),
        ),
    ),
    (
        Place(
            "dialogue",
            mark("Dialogue and consultation"),
            (
                Register(
                    Listing("consultation", mark("New consultation"), details=("kind",)),
                    Listing(
                        "response",
                        mark("New response"),
                        details=("handling",),
                        by="consultation",
                        loose=mark("Responses without a consultation"),
                    ),
                    mark(
                        "No dialogue or consultation yet. Make one when the draft goes out, "
                        "or record opinions from a meeting."
                    ),
                ),
            ),
            key_number=6,
        ),
        Place(REVIEW, mark("Review changes"), key_number=7, also=("open_answer",)),
        Place("history", mark("History"), key_number=8),
        Place(
            "decisions",
            mark("Decisions and versions"),
            (
                Register(
                    Listing("decision", mark("New decision"), ("kind",), ("body", "date")),
                    empty=mark("No decisions yet. Enter the commission as the first decision."),
                ),
                Register(Listing("paper", mark("New paper"))),
            ),
        ),
        Place(
            "follow_up",
            mark("Follow-up"),
            (
                Register(
                    Listing("round", mark("New round"), details=("kind",)),
                    empty=mark(
                        "No follow-up yet. Make a round, and the program makes an Excel sheet "
                        "for each unit."
                    ),
                ),
                Register(
                    Listing(
                        "follow_up",
                        mark("New answer"),
                        titles=("activity",),
                        details=("period", "status"),
                    ),
                    empty=mark("No answers yet."),
                ),
            ),
            key_number=9,
            also=("receipt",),
        ),
        Place(
            "comments",
            mark("Comments"),
            (
                Register(
                    Listing("comment", mark("New comment"), details=("author",)),
                    empty=mark(
                        "No comments yet. Select words in the text and choose "
                        "Comment, or add one here."
                    ),
                ),
            ),
        ),
    ),
    (
        Place("card", mark("Document information"), card=True),
        Place(
            "people",
            mark("Workgroup and units"),
            (
                Register(
                    Listing("member", mark("New member"), details=("role",)),
                    empty=mark(
                        "Add those who are to write. Then you can send working copies "
                        "and see who is responsible for what."
                    ),
                ),
                Register(
                    Listing("unit", mark("New unit"), details=("manager",)),
                    empty=mark("Add the units that are to have activities."),
                ),
            ),
        ),
    ),
    (
        Place("answers", mark("Read in answers"), listed=False),
        Place("wastebasket", mark("Wastebasket"), listed=False),
    ),
)
OTHER = mark("Other")
ADD = mark("New")


def places(schema: Schema) -> Groups:
    """The pages in their groups; nouns that have no page stand on a page of their own."""
    known = {entity for group in PLACES for place in group for entity in _entities(place)}
    others = tuple(
        Register(Listing(noun.meta.entity, ADD))
        for noun in schema.nouns
        if noun.meta.entity not in known and not noun.meta.single
    )
    if not others:
        return PLACES
    return (*PLACES[:-1], (Place("other", OTHER, others),), PLACES[-1])


def listed(groups: Groups) -> Groups:
    """The pages that stand in the navigation, in their groups."""
    shown = (tuple(place for place in group if place.listed) for group in groups)
    return tuple(group for group in shown if group)


def entities_of(schema: Schema, key: str) -> tuple[str, ...]:
    """The entities whose things stand on a page; none where no page has that key."""
    for group in places(schema):
        for place in group:
            if place.key == key:
                return _entities(place)
    return ()


def _entities(place: Place) -> tuple[str, ...]:
    own = ("strategy",) if place.card else ()
    listings = (one for r in place.registers for one in (r.main, r.under) if one)
    return (*own, *(listing.entity for listing in listings), *place.also)


def key_of(schema: Schema, entity: str) -> str | None:
    """The key of the page on which things of an entity stand; None where they stand nowhere."""
    keys = (place.key for group in places(schema) for place in group)
    return next((key for key in keys if entity in entities_of(schema, key)), None)
