"""The cells of OpenDocument sheets, as programs write them."""

import zipfile
from pathlib import Path

from strategidesk.excel.sheets.grid import Grid, Raw
from strategidesk.excel.sheets.opening_ods import cells_of

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)


def grid_of(folder: Path, rows: str) -> Grid:
    """The one sheet of a file with these rows."""
    path = folder / "svar.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "content.xml",
            f"<office:document-content {_SPACES}><office:body><office:spreadsheet>"
            f'<table:table table:name="Blad">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    (grid,) = cells_of(path).grids
    return grid


def row(*cells: str, about: str = "") -> str:
    return f"<table:table-row {about}>{''.join(cells)}</table:table-row>"


def cell(about: str, inside: str = "") -> str:
    return f"<table:table-cell {about}>{inside}</table:table-cell>"


def test_that_a_truth_is_read_as_it_was_typed(tmp_path: Path) -> None:
    number = 'office:value-type="float" office:value="1"'
    typed = cell(f'{number} table:formula="of:=TRUE()"', "<text:p>TRUE</text:p>")
    computed = cell(f'{number} table:formula="of:=[.B1]=[.C1]"', "<text:p>SANT</text:p>")

    assert grid_of(tmp_path, row(typed, computed)).cells == {
        (1, 1): Raw("SANT"),
        (1, 2): Raw("SANT", formula="=B1=C1"),
    }


def test_that_each_kind_of_value_is_read_as_a_person_sees_it(tmp_path: Path) -> None:
    grid = grid_of(
        tmp_path,
        row(
            cell('office:value-type="boolean" office:boolean-value="true"'),
            cell('office:value-type="percentage" office:value="0.5"'),
            cell('office:value-type="time" office:time-value="PT08H30M00S"'),
            cell('office:value-type="date" office:date-value="2026-08-31T10:00:00"'),
            cell('office:value-type="string"', "<text:p>Ett<text:s text:c=\"2\"/>två"
                 "<text:line-break/>tre</text:p><text:p>fyra</text:p>"),
            cell('table:formula="of:=6*7"'),
        ),
    )  # fmt: skip

    assert grid.rows[1] == {
        1: Raw("SANT"),
        2: Raw("50 %", figure="0.5"),
        3: Raw("08:30"),
        4: Raw("2026-08-31", day="2026-08-31"),
        5: Raw("Ett  två\ntre\nfyra"),
        6: Raw("", formula="=6*7", uncomputed=True),
    }


def test_that_repeated_and_empty_cells_keep_their_places(tmp_path: Path) -> None:
    text = cell(
        'office:value-type="string" table:number-columns-repeated="2"', "<text:p>x</text:p>"
    )
    grid = grid_of(
        tmp_path,
        row(cell('table:number-columns-repeated="3"'), about='table:number-rows-repeated="4"')
        + row(
            cell('table:number-columns-repeated="3"'),
            text,
            about='table:number-rows-repeated="2" table:visibility="filter"',
        ),
    )

    assert sorted(grid.cells) == [(5, 4), (5, 5), (6, 4), (6, 5)]
    assert grid.hidden_rows == {5, 6}


def test_that_text_without_a_kind_is_read_but_not_written_out(tmp_path: Path) -> None:
    text = cell('table:number-columns-repeated="16000"', "<text:p>x</text:p>")

    grid = grid_of(tmp_path, row(text, about='table:number-rows-repeated="1000000"'))

    assert grid.cells == {(1, 1): Raw("x")}
