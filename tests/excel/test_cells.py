"""Text in cells: whatever it is, it comes back the same and is never a formula."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl.utils.datetime import from_excel

from strategidesk.excel.cells import MOST_CHARACTERS, day_or_text, fitting, serial
from tests.support import workbooks
from tests.support.strategies import lines, strategy

odd = (
    lines
    | st.text(st.sampled_from("_x0041F<r>/t&; \t='ABC5"), max_size=40)
    | st.lists(st.sampled_from(["_x0041", "_", "_x005F_", "<r>", "</r>", " ", "\u2028"])).map(
        "".join
    )
)


@given(st.lists(odd.filter(bool), min_size=1, max_size=8))
@example(["<r><t>a</t></r>", "_x0041_x0042_x0043_", "_x005F_x0041_", "<r>_x0041_x0042_</r>"])
@example([" a ", "\t", "=cmd|' /C calc'!A0", "_x000D_", "a\u0085b"])
def test_that_any_text_comes_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, some: list[str]
) -> None:
    out = tmp_path_factory.mktemp("cells") / "plan.xlsx"
    rows = [{"title": text, "comment": text, "responsible": "x" + text} for text in some]

    one = strategy(units=[{"name": some[0]}], activities=rows)
    workbooks.exported(one, out)

    shown = workbooks.texts(out)
    assert {activity.title for activity in one.activities} <= shown
    assert {activity.responsible for activity in one.activities} <= shown
    known = ("COUNTIF(", "COUNTBLANK(", "SUMPRODUCT(", "SUM(", "IF(")
    assert all(formula.startswith(known) for formula in workbooks.formulas(out))


@given(st.dates(date(1900, 3, 1)))
def test_that_a_day_has_the_number_that_workbooks_give_it(day: date) -> None:
    assert from_excel(serial(day)).date() == day


@pytest.mark.parametrize("text", ["", "2026", "2026-03", "1900-02-28", "0000-01-01"])
def test_that_what_a_workbook_cannot_count_as_a_day_stays_text(text: str) -> None:
    assert day_or_text(text) == text


@given(st.sampled_from(["a", "å", "😀", "\n"]), st.integers(-3, 3))
def test_that_a_text_is_cut_only_where_it_must_and_between_characters(sign: str, more: int) -> None:
    units = len(sign.encode("utf-16-le")) // 2
    text = sign * (MOST_CHARACTERS // units + more)

    fitted = fitting(text, " … (mer)")

    if len(text) * units <= MOST_CHARACTERS:
        assert fitted == text
    else:
        assert len(fitted.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
        assert fitted.endswith(sign + " … (mer)")


def test_that_no_workbook_library_is_loaded_before_it_is_needed() -> None:
    code = "import sys, strategidesk.excel; print({'xlsxwriter', 'lxml'} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"
