"""Sending a round: all workbooks or none, names that Windows takes, and a mail to each."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from strategidesk.desk.jobs import finish
from strategidesk.desk.rounds import sheets
from strategidesk.desk.rounds.sheets import NOBODY, Order, SentRound, sending
from strategidesk.errors import UserError
from strategidesk.model.strategy import Strategy
from strategidesk.store import atomic
from strategidesk.store.troubles import FULL, Unreachable
from tests.support import rounds
from tests.support.files import folder_content
from tests.support.strategies import known_id

ACTIVITIES = [{"title": "A", "unit": "u1"}, {"title": "B"}, {"title": "C", "unit": "u2"}]


@pytest.fixture
def some() -> Strategy:
    return rounds.asking(activities=ACTIVITIES)


def send(one: Strategy, folder: Path, order: Order | None = None) -> SentRound:
    return finish(sending(one, rounds.the_round(one), folder, order))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_that_every_unit_with_activities_gets_a_workbook_and_those_without_unit_one(
    some: Strategy, tmp_path: Path
) -> None:
    sent = send(some, tmp_path / "Blad")

    assert [sheet.path.name for sheet in sent.sheets] == [
        "Uppföljning helår 2026 - Biblioteket.xlsx",
        "Uppföljning helår 2026 - Skolan.xlsx",
        "Uppföljning helår 2026 - Utan enhet.xlsx",
    ]
    assert names(sent.folder) == sorted(
        [sheet.path.name for sheet in sent.sheets] + ["Mejltexter Uppföljning helår 2026.txt"]
    )
    without = rounds.answers(load_workbook(sent.sheets[-1].path))
    assert rounds.values(without, "Aktivitet")[0] == "B"


def test_that_a_round_of_some_units_asks_just_those_and_an_order_even_fewer(tmp_path: Path) -> None:
    rows = [{"id": "r1", "period": "2026", "units": ["u1", "u2"]}]
    some = rounds.asking(activities=ACTIVITIES, rounds=rows)

    both = send(some, tmp_path / "a")
    one = send(some, tmp_path / "b", Order(units=(known_id("u2"),)))

    assert [sheet.unit for sheet in both.sheets] == rounds.ids("u1", "u2")
    assert [sheet.unit for sheet in one.sheets] == rounds.ids("u2")


def test_that_examples_and_what_is_not_accepted_ask_nobody(tmp_path: Path) -> None:
    nothing = rounds.asking(
        activities=[
            {"title": "A", "unit": "u1", "example": True},
            {"title": "B", "unit": "u1", "stage": "proposed"},
            {"title": "C", "unit": "u2", "stage": "declined"},
        ]
    )

    with pytest.raises(UserError) as raised:
        send(nothing, tmp_path / "Blad")
    assert raised.value.template == NOBODY
    assert not (tmp_path / "Blad").exists()


def test_that_files_that_may_hold_answers_are_never_overwritten(
    some: Strategy, tmp_path: Path
) -> None:
    sent = send(some, tmp_path)
    sent.sheets[1].path.write_text("ifyllt")
    sent.sheets[0].path.unlink()
    before = folder_content(tmp_path)

    with pytest.raises(UserError, match="Skolan"):
        send(some, tmp_path)
    assert folder_content(tmp_path) == before


def test_that_stopping_leaves_nothing_behind(some: Strategy, tmp_path: Path) -> None:
    job = sending(some, rounds.the_round(some), tmp_path / "Blad")
    seen = [next(job), next(job)]
    job.close()

    assert [(step.done, step.total) for step in seen] == [(0, 3), (1, 3)]
    assert names(tmp_path) == []


def test_that_a_name_taken_at_the_last_moment_takes_all_back(
    some: Strategy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(work: Path, target: Path) -> None:
        if "Utan enhet" in target.name:
            target.write_text("någon annans")
        atomic.claim(work, target)

    monkeypatch.setattr(sheets, "claim", taken)

    with pytest.raises(UserError, match="Utan enhet"):
        send(some, tmp_path)
    assert names(tmp_path) == ["Uppföljning helår 2026 - Utan enhet.xlsx"]
    assert (tmp_path / names(tmp_path)[0]).read_text() == "någon annans"


def test_that_a_full_disk_is_told_and_leaves_nothing(
    some: Strategy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sheets, "flush", full)

    with pytest.raises(Unreachable) as raised:
        send(some, tmp_path / "Blad")
    assert raised.value.template == FULL
    assert names(tmp_path) == []


def test_that_names_of_units_become_names_that_every_system_takes(tmp_path: Path) -> None:
    units = ["Skola: norr/söder", "skola  norr söder", "å" * 200, "CON", ".", " x. "]
    odd = rounds.asking(
        units=[{"id": f"u{n}", "name": name} for n, name in enumerate(units)],
        activities=[{"title": "A", "unit": f"u{n}"} for n in range(len(units))],
    )

    found = [sheet.path.name for sheet in send(odd, tmp_path).sheets]

    assert len({name.casefold() for name in found}) == len(units)
    assert not set("".join(found)) & set('\\/:*?"<>|')
    assert max(len(name.encode()) for name in found) < 200
    assert found[:2] == [
        "Uppföljning helår 2026 - Skola norr söder.xlsx",
        "Uppföljning helår 2026 - skola norr söder 2.xlsx",
    ]


def test_that_each_unit_has_a_mail_with_its_file_and_the_last_day(
    some: Strategy, tmp_path: Path
) -> None:
    sent = send(some, tmp_path)

    mail = sent.sheets[0].mail
    assert mail.to == "biblioteket@ekbacka.example"
    assert mail.subject == "Uppföljning helår 2026: Biblioteket"
    for part in ("Tack för förra gången.", "2027-01-15", sent.sheets[0].path.name):
        assert part in mail.text
    whole = sent.mails.read_bytes().decode("utf-8-sig")
    assert all(str(sheet.mail).replace("\n", "\r\n") in whole for sheet in sent.sheets)
