"""The mails to units that have not answered all of a round."""

from strategidesk.desk.rounds.mails import Mail
from strategidesk.desk.rounds.reminders import NAMED, reminders
from strategidesk.desk.rounds.standing import standing
from strategidesk.model.strategy import Strategy
from tests.support.rounds import asking, the_round

AFTER, BEFORE = "2027-01-16", "2027-01-02"


def mails(strategy: Strategy, day: str = AFTER) -> list[Mail]:
    round = the_round(strategy)
    return [mail for _, mail in reminders(strategy, round, standing(strategy, round, day))]


def test_that_who_has_answered_some_is_thanked_and_told_what_is_missing() -> None:
    rows = [{"id": f"v{n}", "title": f"Aktivitet nr {n}", "unit": "u1"} for n in range(3)]
    one = asking(activities=rows, follow_ups=[{"activity": "v0", "period": "2026"}])
    (mail,) = mails(one)

    assert mail.to == "biblioteket@ekbacka.example"
    assert mail.subject == "Påminnelse: uppföljning helår 2026, Biblioteket"
    assert "2 av 3 aktiviteter" in mail.text
    assert "- Aktivitet nr 1\n- Aktivitet nr 2" in mail.text
    assert "Aktivitet nr 0" not in mail.text
    assert "Sista svarsdag var 2027-01-15" in mail.text


def test_that_a_long_list_is_cut_and_the_rest_counted() -> None:
    rows = [{"id": f"v{n}", "title": f"Aktivitet nr {n}", "unit": "u1"} for n in range(NAMED + 4)]
    (mail,) = mails(asking(activities=rows, follow_ups=[{"activity": "v0", "period": "2026"}]))

    assert mail.text.count("- Aktivitet nr") == NAMED
    assert "- och 3 till" in mail.text


def test_that_who_has_answered_nothing_gets_no_list_and_before_the_last_day_no_reproach() -> None:
    (mail,) = mails(asking(activities=[{"id": "v1", "title": "Sagor", "unit": "u1"}]), BEFORE)

    assert "Vi saknar svar från Biblioteket" in mail.text
    assert "Sagor" not in mail.text
    assert "Sista svarsdag är 2027-01-15." in mail.text


def test_that_nobody_who_has_answered_all_is_reminded() -> None:
    one = asking(
        activities=[{"id": "v1", "unit": "u1"}, {"id": "v2", "unit": "u2"}],
        follow_ups=[{"activity": "v1", "period": "2026"}],
    )

    assert [mail.subject for mail in mails(one)] == ["Påminnelse: uppföljning helår 2026, Skolan"]


def test_that_a_round_for_proposals_reminds_of_proposals() -> None:
    found = mails(asking(kind="proposals"))

    assert [mail.subject.split(":")[1] for mail in found] == [
        " förslag till aktiviteter helår 2026, Biblioteket",
        " förslag till aktiviteter helår 2026, Skolan",
    ]
    assert "Vi saknar förslag från Biblioteket" in found[0].text
