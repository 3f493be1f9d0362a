"""The activity plan as a workbook, read back."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from strategidesk.excel import activity_plan
from strategidesk.model.strategy import Strategy
from tests.support import workbooks
from tests.support.strategies import strategy, whole_strategies
from tests.support.validate import assert_valid

ALL = "Aktivitetsplan"


def plan(*activities: Mapping[str, object], **card: object) -> Strategy:
    return strategy(
        strategy={"title": "Strategi för Ekbacka", "municipality": "Ekbacka kommun", **card},
        areas=[{"id": "a1", "title": "Språk"}],
        hallmarks=[
            {"id": "h1", "area": "a1", "title": "Alla talar med varandra"},
            {"id": "h2", "area": "a1", "text": "Vi **möts**."},
        ],
        units=[
            {"id": "u1", "name": "Biblioteket"},
            {"id": "u2", "name": "Skolan"},
        ],
        activities=activities,
    )


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "plan.xlsx"


def test_that_a_row_holds_what_the_activity_says(out: Path) -> None:
    one = plan(
        {
            "title": "Språkcafé",
            "area": "a1",
            "hallmarks": ["h2", "h1"],
            "unit": "u1",
            "resources": "En tjänst",
            "funding": "Inom ram",
            "priority": "1",
            "status": "delayed",
            "when": "Varje termin",
            "recurrence": "Årligen",
        }
    )

    sheet = workbooks.opened(one, out)[ALL]

    assert workbooks.headings(sheet) == [
        "Nr",
        "Område",
        "Kännetecken",
        "Aktivitet",
        "Ansvarig enhet",
        "Tidplan",
        "Resurser/finansiering",
        "Prioritet",
        "Status",
    ]
    assert [cell.value for cell in sheet[4]] == [
        1,
        "Språk",
        "Alla talar med varandra\nVi möts.",
        "Språkcafé",
        "Biblioteket",
        "Varje termin\nÅrligen",
        "En tjänst\nInom ram",
        "1 – Hög",
        "Försenad",
    ]


def test_that_headings_are_the_strategys_own_words(out: Path) -> None:
    words = {"area_label": "Fokusområde", "hallmark_label": "Mål", "activity_label": "Insats"}

    sheet = workbooks.opened(plan({"title": "A", "area": "a1", "hallmarks": ["h1"]}, **words), out)[
        ALL
    ]

    assert workbooks.headings(sheet)[1:4] == ["Fokusområde", "Mål", "Insats"]


def test_that_a_day_is_a_date_and_a_year_or_month_stays_text(out: Path) -> None:
    days = plan({"start": "2026-03-09", "end": "2027-05"}, {"start": "1850-01-01", "end": "2027"})

    sheet = workbooks.opened(days, out)[ALL]

    start = workbooks.cell_under(sheet, "Start")
    assert (start.value, start.number_format) == (datetime(2026, 3, 9), "yyyy-mm-dd")
    assert workbooks.cell_under(sheet, "Start", 2).value == "1850-01-01"
    ends = [workbooks.cell_under(sheet, "Slut", row) for row in (1, 2)]
    assert [cell.value for cell in ends] == ["2027-05", "2027"]
    assert all(cell.quotePrefix for cell in ends)


@pytest.mark.parametrize(
    ("budget", "number_format"), [(1250000, "#,##0"), (Decimal("12.5"), "#,##0.00")]
)
def test_that_a_budget_is_a_number_and_is_added_up(
    out: Path, budget: Decimal, number_format: str
) -> None:
    sheet = workbooks.opened(plan({"budget": budget}, {"budget": 1}, {}), out)[ALL]

    cell = workbooks.cell_under(sheet, "Budget")
    assert (cell.value, cell.number_format) == (budget, number_format)
    total = sheet.cell(2, cell.column)
    assert total.value == f"=SUBTOTAL(109,${cell.column_letter}$4:${cell.column_letter}$6)"


@pytest.mark.parametrize("text", ["=1+1", "+46 1", "-3", "@SUM(A1)", "\t=1", "12", "2026-03", "'a"])
def test_that_text_that_looks_like_more_stays_text_also_when_edited(out: Path, text: str) -> None:
    sheet = workbooks.opened(plan({"title": text}), out)[ALL]

    cell = workbooks.cell_under(sheet, "Aktivitet")
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_that_the_sheet_is_ready_to_work_with_and_to_print(out: Path) -> None:
    book: Any = workbooks.opened(
        plan({"title": "A", "unit": "u1"}, {"title": "B"}, reference_number="KS & 12"), out
    )

    for sheet, last in ((book[ALL], 5), (book["Biblioteket"], 4)):
        assert sheet.freeze_panes == "A4"
        assert sheet.auto_filter.ref == f"A3:E{last}"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$3:$3"
        assert sheet.oddHeader.right.text == "Dnr KS && 12"
        assert sheet.oddFooter.right.text == "Sida &P (&N)"
        assert sheet.cell(4, 2).alignment.wrap_text
    assert book.properties.title == "Aktivitetsplan till Strategi för Ekbacka"
    assert book[ALL].oddHeader.left.text == "Aktivitetsplan till Strategi för Ekbacka"


def test_that_a_long_text_gets_a_wider_column_and_a_higher_row(out: Path) -> None:
    sheet = workbooks.opened(plan({"title": "Kort"}, {"title": "Ett ord till " * 30}), out)[ALL]

    low, high = (sheet.row_dimensions[row].height or 0 for row in (4, 5))
    assert low < 20 < high
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["A"].width


def test_that_status_is_chosen_from_the_list_of_all_words(out: Path) -> None:
    book = workbooks.opened(plan({"status": "done"}, {"status": "newer_word"}), out)

    (rule,) = book[ALL].data_validations.dataValidation
    assert (rule.type, str(rule.sqref), rule.formula1) == ("list", "D4:D5", "lista_status")
    ((sheet, cells),) = book.defined_names["lista_status"].destinations
    words = [row[0].value for row in book[sheet][cells]]
    assert words == [
        "Ej påbörjad",
        "Påbörjad",
        "Genomförd",
        "Genomförs kontinuerligt",
        "Försenad",
        "Avförd",
        "newer_word",
    ]
    assert book[sheet].sheet_state == "hidden"


def test_that_each_unit_has_a_sheet_and_so_have_those_without(out: Path) -> None:
    book = workbooks.opened(
        plan({"title": "A", "unit": "u2"}, {"title": "B"}, {"title": "C", "unit": "u2"}), out
    )

    assert book.sheetnames == [
        ALL,
        "Summering",
        "Biblioteket",
        "Skolan",
        "Utan enhet",
        "Listor",
    ]
    assert workbooks.column(book["Skolan"], "Nr") == [1, 3]
    assert workbooks.column(book["Utan enhet"], "Aktivitet") == ["B"]
    assert book["Biblioteket"]["A4"].value == "Inga aktiviteter."


def test_that_units_that_only_gather_others_have_no_sheet_and_namesakes_are_told_apart(
    out: Path,
) -> None:
    units = strategy(
        units=[
            {"id": "n", "name": "Norra skolan"},
            {"id": "s", "name": "Södra skolan"},
            {"id": "n1", "name": "Rektor", "parent": "n"},
            {"id": "s1", "name": "rektor", "parent": "s"},
        ],
        activities=[{"unit": "n1"}, {"unit": "s1"}],
    )

    book = workbooks.opened(units, out)

    assert book.sheetnames[2:-1] == ["Norra skolan – Rektor", "Södra skolan – rektor"]


def test_that_examples_and_declined_are_left_out_and_proposals_marked_unnumbered(
    out: Path,
) -> None:
    stages = plan(
        {"title": "Exempel", "example": True},
        {"title": "Ett"},
        {"title": "Förslag", "stage": "proposed"},
        {"title": "Nej", "stage": "declined"},
        {"title": "Två"},
    )

    sheet = workbooks.opened(stages, out)[ALL]

    assert workbooks.column(sheet, "Aktivitet") == ["Ett", "Förslag", "Två"]
    assert workbooks.column(sheet, "Nr") == [1, None, 2]
    assert workbooks.column(sheet, "Läge") == ["Godtagen", "Föreslagen", "Godtagen"]


def test_that_a_text_too_long_for_a_cell_is_cut_in_sight_and_told_of(out: Path) -> None:
    long = plan({"title": "Kort", "comment": "å😀" * 12_000}, {"comment": "x" * 32_767})

    notices = workbooks.exported(long, out)

    (notice,) = notices
    assert notice.place.endswith(" 1, Kort: Kommentar")
    cut, whole = workbooks.column(workbooks.opened(long, out)[ALL], "Kommentar")
    assert cut.endswith("å😀 … (texten fortsätter i strategin)")
    assert len(cut.encode("utf-16-le")) // 2 in (32_766, 32_767)
    assert len(whole) == 32_767


def test_that_a_plan_without_activities_is_a_whole_workbook(out: Path) -> None:
    book = workbooks.opened(strategy(), out)

    assert book.sheetnames == [ALL, "Summering", "Listor"]
    assert book[ALL]["A4"].value == "Inga aktiviteter."
    assert_valid(out)


def test_that_progress_ends_at_its_total_and_stopping_leaves_no_file(out: Path) -> None:
    many = plan(*({"title": f"Nr {n}", "unit": "u1"} for n in range(600)))

    reports = list(activity_plan.write(many, out, today="2026-11-22"))

    assert reports == sorted(reports)
    assert reports[-1][0] == reports[-1][1]
    out.unlink()
    stopped = activity_plan.write(many, out)
    next(stopped)
    stopped.close()
    assert not out.exists()


def test_that_the_same_plan_on_the_same_day_gives_the_same_file(tmp_path: Path) -> None:
    for name in ("a", "b"):
        workbooks.exported(plan({"title": "A", "budget": 3}), tmp_path / name)

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@hypothesis_settings(max_examples=25)
@given(whole_strategies())
def test_that_any_strategy_gives_a_workbook_without_faults(
    tmp_path_factory: pytest.TempPathFactory, any_strategy: Strategy
) -> None:
    out = tmp_path_factory.mktemp("any") / "plan.xlsx"

    workbooks.exported(any_strategy, out)

    assert_valid(out)
    shown = workbooks.texts(out)
    for activity in any_strategy.activities:
        if not activity.example and activity.stage != "declined" and activity.title:
            assert activity.title in shown
