"""What would shut readers out of any document of the strategy is told at once."""

from strategidesk.desk.accessible_work import of_work
from strategidesk.model.interchange import decode, read
from strategidesk.paths import resource
from tests.support.strategies import known_id, strategy

BAD = "![](blob:abc)"


def test_that_text_plan_dialogues_and_papers_are_looked_through_and_a_fault_told_once() -> None:
    made = strategy(
        strategy={"id": "card", "title": "Strategi", "language": ""},
        sections=[
            {"id": "s", "heading": "Syfte", "body": BAD},
            {"heading": "Dialog", "content": "consultation"},
        ],
        activities=[{"id": "x", "title": "Möte", "description": BAD}],
        consultations=[{"id": "c", "title": "Remiss", "description": BAD}],
        papers=[
            {"id": "p", "kind": "proposal", "assessment": BAD},
            {"id": "r", "kind": "consultation", "letter": BAD},
        ],
    )

    assert [(one.id, one.field) for one in of_work(made)] == [
        (known_id("card"), "language"),
        (known_id("s"), "body"),
        (known_id("c"), "description"),
        (known_id("x"), "description"),
        (known_id("p"), "assessment"),
        (known_id("r"), "letter"),
    ]


def test_that_nothing_in_the_sample_shuts_readers_out() -> None:
    assert of_work(read(decode(resource("sample", "ekbacka.json").read_bytes()))) == ()
