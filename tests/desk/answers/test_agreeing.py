"""Several answers to one question, and what a person's decisions make of them."""

from dataclasses import replace
from pathlib import Path

from strategidesk.desk.answers.judging import judge
from strategidesk.desk.answers.outcomes import Judgment, Outcome, Verdict
from strategidesk.desk.answers.settling import Decision, Key, LeaveOut, Take, settled
from strategidesk.excel.sheets.returned import Stray
from tests.support import rounds
from tests.support.returned import made
from tests.support.returned.case import ACTIVITIES

ONE = rounds.asking(activities=ACTIVITIES)
DAY = "2026-12-20"
SHEET = "Uppföljning"
FILE = Path("svar.xlsx")


def judged(*typed: dict[str, str], stray: tuple[Stray, ...] = ()) -> Judgment:
    """Sheets of one unit in which these are typed."""
    files = [
        made.received(made.sheet(ONE, one, stray=stray), f"svar{number or ''}.xlsx")
        for number, one in enumerate(typed)
    ]
    return judge(ONE, files, DAY)


def decided(judgment: Judgment, **decisions: Decision) -> Judgment:
    """After decisions on cells of the first sheet."""
    keys: dict[Key, Decision] = {(FILE, SHEET, at): one for at, one in decisions.items()}
    return settled(judgment, keys)


def at(judgment: Judgment, place: str, sheet: int = 0) -> Outcome | None:
    found = [one for one in judgment.sheets[sheet].outcomes if one.at == place]
    assert len(found) <= 1
    return found[0] if found else None


def verdict(judgment: Judgment, place: str, sheet: int = 0) -> Verdict:
    found = at(judgment, place, sheet)
    assert found is not None
    return found.verdict


def test_that_two_sheets_that_say_the_same_are_taken_once() -> None:
    judgment = judged({"H7": "Genomförd"}, {"H7": "klar", "H8": "Påbörjad"})

    assert verdict(judgment, "H7") is Verdict.TAKEN
    second = at(judgment, "H7", 1)
    assert second is not None
    assert second.verdict is Verdict.SAME
    assert str(second.why[-1]) == "svar.xlsx säger samma sak i H7."
    assert verdict(judgment, "H8", 1) is Verdict.TAKEN
    assert at(judgment, "H8", 0) is not None


def test_that_two_sheets_that_say_different_things_are_asked_about() -> None:
    judgment = judged({"H7": "KLAR"}, {"H7": "Påbörjad"})

    first, second = at(judgment, "H7"), at(judgment, "H7", 1)
    assert first is not None
    assert second is not None
    assert (first.verdict, second.verdict) == (Verdict.ASKED, Verdict.ASKED)
    assert [one.value for one in first.choices] == ["done", "started"]
    assert [one.label for one in first.choices] == ["Genomförd", "Påbörjad"]
    assert "I svar1.xlsx står det ”Påbörjad” i H7" in str(first.why[-1])

    after = decided(judgment, H7=Take("started"))

    assert verdict(after, "H7") is Verdict.TAKEN
    assert verdict(after, "H7", 1) is Verdict.REFUSED


def test_that_a_copied_row_with_other_answers_is_asked_about() -> None:
    found = made.sheet(ONE, {"H7": "Genomförd", "I7": "Klart."})
    (first, *_) = found.rows
    cells = [
        replace(cell, at=f"{cell.at[0]}40", text={"status": "Försenad"}.get(cell.column, cell.text))
        for cell in first.cells
    ]
    copied = replace(first, number=40, cells=tuple(cells))
    (sheet,) = judge(ONE, [made.received(replace(found, rows=(*found.rows, copied)))], DAY).sheets

    places = {one.at: one.verdict for one in sheet.outcomes if one.counted}
    assert places == {
        "H7": Verdict.ASKED,
        "H40": Verdict.ASKED,
        "I7": Verdict.TAKEN,  # a result
        "I40": Verdict.TAKEN,  # why it is late
    }


def test_that_what_one_sheet_lacks_another_may_say() -> None:
    judgment = judged({"I7": "Vi har börjat."}, {"H7": "Påbörjad"})

    assert at(judgment, "H7") is None
    assert verdict(judgment, "H7", 1) is Verdict.TAKEN


def test_that_a_chosen_status_takes_the_text_to_where_it_belongs() -> None:
    judgment = judged({"H7": "x", "I7": "Ingen tid."})

    for status, field in {"delayed": "comment", "done": "result"}.items():
        text = at(decided(judgment, H7=Take(status)), "I7")
        assert text is not None
        assert text.target is not None
        assert (text.verdict, text.target.field) == (Verdict.TAKEN, field)


def test_that_a_chosen_status_may_lack_its_comment() -> None:
    judgment = judged({"H7": "?"})
    late = decided(judgment, H7=Take("delayed"))

    missing = at(late, "I7")
    assert missing is not None
    assert str(missing.why[0]).startswith("Försenad kräver en kommentar")
    assert at(judgment, "I7") is None
    assert at(decided(judgment, H7=Take("done")), "I7") is None
    written = at(decided(judgment, H7=Take("delayed"), I7=Take("Ingen tid.")), "I7")
    assert written is not None
    assert (written.verdict, written.new) == (Verdict.TAKEN, "Ingen tid.")


def test_that_a_status_put_right_by_a_person_lacks_no_comment_any_more() -> None:
    judgment = judged({"H7": "försenat"})

    assert at(judgment, "I7") is not None
    assert at(decided(judgment, H7=Take("started")), "I7") is None


def test_that_nothing_is_lost_where_cells_are_left_out() -> None:
    judgment = judged({"H7": "x", "I7": "Text", "J7": "31/6 2027"})

    after = decided(judgment, H7=LeaveOut(), J7=LeaveOut())

    (sheet,) = after.sheets
    assert sheet.counts == {
        Verdict.TAKEN: 1, Verdict.SAME: 0, Verdict.ASKED: 0, Verdict.REFUSED: 2
    }  # fmt: skip
    assert sum(sheet.counts.values()) == sheet.filled


def test_that_a_column_of_ones_own_follows_what_becomes_of_the_comment() -> None:
    beside = (
        Stray(sheet=SHEET, at="P6", text="Att göra"),
        Stray(sheet=SHEET, at="P7", text="Ring", heading="Att göra"),
    )
    judgment = judged({"H7": "Försenad", "I7": "Ingen tid."}, stray=beside)

    def comments(one: Judgment) -> list[object]:
        return [found.new for place in ("I7", "P7") if (found := at(one, place))]

    assert comments(judgment) == ["Ingen tid.\n\nAtt göra: Ring"] * 2
    assert comments(decided(judgment, I7=LeaveOut()))[1] == "Att göra: Ring"
    assert comments(decided(judgment, P7=LeaveOut()))[0] == "Ingen tid."
    assert comments(decided(judgment, I7=Take("Sjuk.")))[0] == "Sjuk.\n\nAtt göra: Ring"
