"""Sending the strategy out for consultation."""

from dataclasses import replace

import pytest

from strategidesk.desk.consulting import PrepareConsultation, check
from strategidesk.errors import UserError
from strategidesk.model.dialogue import Consultation
from strategidesk.model.people import Paper
from strategidesk.prose import plain
from tests.support.desks import content, fresh

WANTED = PrepareConsultation(
    title=" Remiss av strategin ",
    sent_out="2026-03-09",
    reply_by="2026-05-31",
    reply_to="kommunen@ekbacka.example",
    recipients=("Nämnden för barn, unga och skola", "*Hand i hand*"),
)


def test_that_the_consultation_its_paper_and_the_phase_come_in_one_step() -> None:
    with fresh() as desk:
        before = content(desk.strategy)
        desk.run(WANTED)
        made, paper = desk.strategy.all(Consultation)[-1], desk.strategy.all(Paper)[-1]

        assert (made.kind, made.title) == ("remiss", "Remiss av strategin")
        assert (made.from_, made.to) == ("2026-03-09", "2026-05-31")
        assert made.respondents == "Nämnden för barn, unga och skola, *Hand i hand*"
        assert (paper.kind, paper.reply_by) == ("consultation", "2026-05-31")
        assert paper.reply_to == "kommunen@ekbacka.example"
        assert desk.strategy.card.status == "consultation"
        desk.undo()
        assert content(desk.strategy) == before


def test_that_each_recipient_is_a_point_word_for_word() -> None:
    with fresh() as desk:
        desk.run(WANTED)
        paper = desk.strategy.all(Paper)[-1]
    assert plain(paper.sent_to).splitlines() == [f"- {one}" for one in WANTED.recipients]


def test_that_nobody_need_be_named() -> None:
    with fresh() as desk:
        desk.run(replace(WANTED, recipients=(), reply_to=""))
        assert desk.strategy.all(Paper)[-1].sent_to == ""


@pytest.mark.parametrize(
    ("lack", "said"),
    [
        ({"title": "  "}, "ett namn"),
        ({"reply_by": ""}, "2026-03-09"),
        ({"reply_by": "2026-02-30"}, "2026-03-09"),
        ({"reply_by": "2026-W12-1"}, "2026-03-09"),
        ({"reply_by": "20260531"}, "2026-03-09"),
        ({"reply_by": "2026-03-08"}, "redan varit"),
    ],
)
def test_that_what_cannot_go_out_is_said(lack: dict[str, str], said: str) -> None:
    check(WANTED)
    with pytest.raises(UserError, match=said):
        check(replace(WANTED, **lack))  # type: ignore[arg-type]
