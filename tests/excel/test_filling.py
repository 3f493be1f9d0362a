"""The plan in a municipality's own workbook."""

import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from openpyxl import load_workbook
from xlsxwriter import Workbook

from strategidesk.errors import UserError
from strategidesk.excel.columns import COLUMNS
from strategidesk.excel.filling import fill
from strategidesk.excel.notices import Notice
from strategidesk.excel.words import cell_name, choice_words, heading
from strategidesk.model.strategy import Strategy
from strategidesk.paths import resource
from tests.support import workbooks
from tests.support.strategies import PNG, strategy, whole_strategies
from tests.support.validate import assert_valid

SHIPPED = resource("excel", "aktivitetsplan-mall.xlsx")


def filled(one: Strategy, template: Path, out: Path) -> tuple[Notice, ...]:
    return workbooks.result_of(fill(one, template, out, today=workbooks.TODAY))


@pytest.fixture
def some() -> Strategy:
    return strategy(
        strategy={
            "title": "Strategi för Ekbacka",
            "municipality": "Ekbacka kommun",
            "reference_number": "KS 2026/7",
        },
        units=[{"id": "u1", "name": "Biblioteket"}],
        activities=[
            {"title": "=1+1", "unit": "u1", "start": "2026-03-09", "budget": 1200.5},
            {"title": "_x0041_", "status": "delayed", "start": "2027"},
            {"title": "Språkcafé", "budget": 3},
        ],
    )


def own_template(path: Path, below: str = "") -> Path:
    """A municipality's workbook: two named columns, a computed one, pictures, rules of its own."""
    book = Workbook(path)
    sheet = book.add_worksheet("Vår plan")
    bold = book.add_format({"bold": True, "bg_color": "#FFEEAA"})
    money = book.add_format({"num_format": '# ##0 "kr"'})
    sheet.set_column(1, 1, 41)
    picture = path.parent / "logo.png"
    picture.write_bytes(PNG)
    sheet.insert_image(0, 4, str(picture), {"description": "Vårt märke"})
    sheet.insert_textbox(0, 6, "En ruta")
    sheet.set_header("&L&G", {"image_left": str(picture)})
    sheet.write_formula(0, 0, "=SUM(C4:C99)")
    sheet.write_row(2, 1, ["Vad", "Kostnad"])
    sheet.write_string(3, 1, "exempel", bold)
    sheet.write_blank(3, 2, None, money)
    sheet.data_validation(3, 1, 3, 1, {"validate": "length", "criteria": "<", "value": 99})
    sheet.conditional_format(3, 2, 3, 2, {"type": "no_blanks", "format": bold})
    sheet.autofilter(2, 1, 3, 2)
    sheet.print_area(0, 0, 3, 5)
    if below:
        sheet.write_string(below, "Underskrift")
    book.define_name("aktivitet", "='Vår plan'!$B$4")
    book.define_name("Budget", "='Vår plan'!$C$4")
    book.define_name("Kommun", "='Vår plan'!$B$1")
    book.define_name("Indikator", "=1+1")
    book.close()
    return path


def test_that_the_shipped_workbook_takes_everything(some: Strategy, tmp_path: Path) -> None:
    out = tmp_path / "ut.xlsx"

    notices = filled(some, SHIPPED, out)

    assert notices == ()
    assert_valid(out)
    book = load_workbook(out)
    cells: dict[str, Any] = {}
    for name, item in book.defined_names.items():
        ((sheet, at),) = item.destinations
        cells[name] = book[sheet][at] if ":" not in at else None
    assert cells["StrategiTitel"].value == "Strategi för Ekbacka"
    assert cells["Kommun"].value == "Ekbacka kommun"
    assert cells["Diarienummer"].value == "KS 2026/7"
    assert cells["Datum"].value == datetime(2026, 11, 22)
    assert cells["AntalAktiviteter"].value == 3
    assert cells["SummaBudget"].value == 1203.5
    assert [cells["Start"].offset(n).value for n in range(3)] == [
        datetime(2026, 3, 9),
        "2027",
        None,
    ]
    assert [cells["Status"].offset(n).value for n in range(3)] == [
        "Ej påbörjad",
        "Försenad",
        "Ej påbörjad",
    ]
    first = cells["Aktivitet"]
    assert (first.value, first.data_type, first.quotePrefix) == ("=1+1", "s", True)
    assert first.offset(2).font.b == first.font.b
    assert {"=1+1", "_x0041_", "Språkcafé"} <= workbooks.texts(out)
    assert book.properties.title == "Strategi för Ekbacka"


def test_that_the_shipped_workbook_has_the_columns_and_words_of_today() -> None:
    book = load_workbook(SHIPPED)

    for column in COLUMNS:
        ((sheet, at),) = book.defined_names[cell_name(column.key)].destinations
        assert book[sheet][at].offset(-1).value == heading(column.key)
        if column.choices:
            ((lists, cells),) = book.defined_names[f"lista_{column.key}"].destinations
            words = [row[0].value for row in book[lists][cells]]
            assert tuple(words) == choice_words(column.choices)


def test_that_the_municipalitys_look_is_kept(some: Strategy, tmp_path: Path) -> None:
    template, out = own_template(tmp_path / "egen.xlsx"), tmp_path / "ut.xlsx"

    notices = filled(some, template, out)

    assert_valid(out)
    before, after = (zipfile.ZipFile(path) for path in (template, out))
    with before, after:
        kept = [name for name in before.namelist() if name.startswith(("xl/draw", "xl/media"))]
        assert len(kept) >= 4
        for name in [*kept, "xl/theme/theme1.xml", "xl/worksheets/_rels/sheet1.xml.rels"]:
            assert after.read(name) == before.read(name)
    sheet = load_workbook(out)["Vår plan"]
    assert [sheet.cell(row, 2).value for row in (4, 6, 7)] == ["=1+1", "Språkcafé", None]
    assert "_x0041_" in workbooks.texts(out)
    assert [sheet.cell(row, 3).number_format for row in (4, 5, 6)] == ['# ##0 "kr"'] * 3
    assert sheet.cell(6, 2).font.b
    assert sheet["B1"].value == "Ekbacka kommun"
    assert sheet["A1"].value == "=SUM(C4:C99)"
    assert sheet.column_dimensions["B"].width == pytest.approx(41.7, abs=0.1)
    assert str(sheet.data_validations.dataValidation[0].sqref) == "B4:B6"
    assert [str(rule.sqref) for rule in sheet.conditional_formatting] == ["C4:C6"]
    assert sheet.auto_filter.ref == "B3:C6"
    assert sheet.print_area == "'Vår plan'!$A$1:$F$6"
    assert {notice.place for notice in notices} == {
        "Indikator",
        "Ansvarig enhet",
        "Start",
        "Status",
    }


def test_that_nothing_in_the_way_of_the_rows_is_written_over(
    some: Strategy, tmp_path: Path
) -> None:
    template, out = own_template(tmp_path / "egen.xlsx", below="B6"), tmp_path / "ut.xlsx"

    with pytest.raises(UserError, match=r"B6") as refused:
        filled(some, template, out)

    assert refused.value.places["count"] == 3
    assert not out.exists()


def _zip(path: Path, parts: dict[str, Any]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def _changed(path: Path, part: str, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(SHIPPED) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    _zip(path, parts)


BOOK, SHEET = "xl/workbook.xml", "xl/worksheets/sheet1.xml"
_DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "c">]><workbook'
TEMPLATES: dict[str, Callable[[Path], object]] = {
    "text": lambda path: path.write_text("Hej"),
    "empty": lambda path: path.write_bytes(b""),
    "old or encrypted": lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99),
    "another zip": lambda path: _zip(path, {"word/document.xml": "<a/>"}),
    "cut off": lambda path: path.write_bytes(SHIPPED.read_bytes()[:-900]),
    "bomb": lambda path: _zip(path, {"[Content_Types].xml": b" " * 50_000_000}),
    "macros": lambda path: _changed(path, "[Content_Types].xml", b"sheet.main", b"macroEnabled"),
    "entities": lambda path: _changed(path, BOOK, b"<workbook", _DOCTYPE),
    "broken part": lambda path: _changed(path, SHEET, b"</sheetData>", b""),
    "no cells": lambda path: _changed(path, SHEET, b"<sheetData", b"<otherData"),
    "odd row": lambda path: _changed(path, SHEET, b'<row r="1"', b'<row r="ett"'),
    "no formats": lambda path: _changed(path, "xl/styles.xml", b"<cellXfs", b"<otherXfs"),
    "no names": lambda path: workbooks.exported(strategy(), path),
}


@pytest.mark.parametrize("kind", TEMPLATES)
def test_that_a_file_that_cannot_be_filled_is_refused_in_one_sentence(
    kind: str, some: Strategy, tmp_path: Path
) -> None:
    template, out = tmp_path / "mall.xlsx", tmp_path / "ut.xlsx"
    TEMPLATES[kind](template)

    with pytest.raises(UserError) as refused:
        filled(some, template, out)

    assert "mall.xlsx" in str(refused.value)
    assert not out.exists()


def test_that_a_workbook_of_the_template_kind_becomes_an_ordinary_one(
    some: Strategy, tmp_path: Path
) -> None:
    template, out = tmp_path / "mall.xltx", tmp_path / "ut.xlsx"
    _changed(template, "[Content_Types].xml", b"sheet.main", b"template.main")

    filled(some, template, out)

    with zipfile.ZipFile(out) as archive:
        assert b"template.main" not in archive.read("[Content_Types].xml")


@hypothesis_settings(max_examples=15)
@given(whole_strategies())
def test_that_any_strategy_fills_the_shipped_workbook_without_faults(
    tmp_path_factory: pytest.TempPathFactory, any_strategy: Strategy
) -> None:
    out = tmp_path_factory.mktemp("any") / "ut.xlsx"

    filled(any_strategy, SHIPPED, out)

    assert_valid(out)
    assert any_strategy.card.title in workbooks.texts(out) | {""}
    assert not workbooks.formulas(out)


def test_that_a_table_of_the_workbook_grows_with_the_rows_and_formulas_are_reckoned_anew(
    some: Strategy, tmp_path: Path
) -> None:
    first, template, out = (tmp_path / name for name in ("a.xlsx", "b.xlsx", "ut.xlsx"))
    book = Workbook(first)
    sheet = book.add_worksheet("Plan")
    sheet.add_table(0, 0, 1, 1, {"columns": [{"header": "Vad"}, {"header": "Status"}]})
    sheet.write_formula(0, 5, "=COUNTA(A2:A99)")
    book.define_name("Aktivitet", "=Plan!$A$2")
    book.define_name("Status", "=Plan!$B$2")
    book.close()
    with zipfile.ZipFile(first) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chain = "/officeDocument/2006/relationships"
    for part, old, new in (
        (
            "[Content_Types].xml",
            b"</Types>",
            b'<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-'
            b'officedocument.spreadsheetml.calcChain+xml"/></Types>',
        ),
        (
            "xl/_rels/workbook.xml.rels",
            b"</Relationships>",
            f'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org{chain}/calcChain" '
            'Target="calcChain.xml"/></Relationships>'.encode(),
        ),
    ):
        parts[part] = parts[part].replace(old, new)
    parts["xl/calcChain.xml"] = (
        b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<c r="F1" i="1"/></calcChain>'
    )
    _zip(template, parts)

    filled(some, template, out)

    assert_valid(out)
    table = load_workbook(out)["Plan"].tables["Table1"]
    assert (table.ref, table.autoFilter.ref) == ("A1:B4", "A1:B4")
    assert load_workbook(out).calculation.fullCalcOnLoad
    with zipfile.ZipFile(out) as archive:
        assert "xl/calcChain.xml" not in archive.namelist()
        assert b"calcChain" not in archive.read("xl/_rels/workbook.xml.rels")
        assert b"calcChain" not in archive.read("[Content_Types].xml")
