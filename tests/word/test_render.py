"""What LibreOffice makes of a document."""

from collections.abc import Callable
from pathlib import Path

from strategidesk.publish import pdf
from strategidesk.publish.sheets import Sheets
from tests.support.parts import requires
from tests.support.strategies import strategy

Write = Callable[..., Path]


@requires("soffice")
def test_that_pages_are_counted_and_footnotes_stand_at_their_foot(
    write: Write, tmp_path: Path
) -> None:
    out = write(
        strategy(
            strategy={"title": "Strategi", "municipality": "Ekbacka kommun"},
            sections=[{"heading": "Bakgrund", "body": "Ett påstående[^1].\n\n[^1]: En källa"}],
        )
    )
    laid = tmp_path / "pages.pdf"
    list(pdf.write(out, laid))
    with Sheets(laid) as sheets:
        pages = [sheets.text(number) for number in range(len(sheets))]
    assert "(3)" not in pages[0]
    assert "2 (3)" in pages[1]
    assert "3 (3)" in pages[2]
    assert pages[2].index("Ett påstående") < pages[2].index("En källa")
