"""What LibreOffice makes of a document."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.support.parts import need, requires
from tests.support.strategies import strategy

Write = Callable[..., Path]


@requires("soffice", "pdftoppm")
def test_that_pages_are_counted_and_footnotes_stand_at_their_foot(
    write: Write, tmp_path: Path
) -> None:
    out = write(
        strategy(
            strategy={"title": "Strategi", "municipality": "Ekbacka kommun"},
            sections=[{"heading": "Bakgrund", "body": "Ett påstående[^1].\n\n[^1]: En källa"}],
        )
    )
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [need("soffice"), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(out)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    reader = Path(need("pdftoppm")).with_name("pdftotext")  # both are Poppler's
    shown = subprocess.run(
        [str(reader), "-layout", str(out.with_suffix(".pdf")), "-"],
        check=True, capture_output=True, text=True, timeout=60,
    ).stdout  # fmt: skip
    pages = shown.split("\f")
    assert "(3)" not in pages[0]
    assert "2 (3)" in pages[1]
    assert "3 (3)" in pages[2]
    assert pages[2].index("Ett påstående") < pages[2].index("En källa")
