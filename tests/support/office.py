"""A LibreOffice of the tests' own: a script on the path that does what it is told."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from strategidesk.publish import programs

WORKS = """
out = Path(sys.argv[sys.argv.index("--outdir") + 1])
(out / "document.pdf").write_bytes(PDF)
"""
WRITES_NOTHING = ""
WRITES_HALF = """
out = Path(sys.argv[sys.argv.index("--outdir") + 1])
(out / "document.pdf").write_bytes(PDF[:200])
"""
FAILS = "sys.exit(77)"
HANGS = """
import subprocess, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
(HERE / "pids").write_text(f"{os.getpid()} {child.pid}")
time.sleep(600)
"""


def none(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """No LibreOffice is on this computer; `folder` is empty."""
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(programs, "usual_places", lambda _platform: iter(()))


def fake(
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    does: str = WORKS,
    pages: Sequence[str] = ("First page", "Second page"),
) -> Path:
    """LibreOffice is a script in `folder` that does this; where it works, it makes these pages.

    What it was called with is in the file `calls` there, one line for each time.
    """
    script = folder / "soffice"
    script.write_text(
        f"#!{sys.executable}\n"
        "import os, sys\n"
        "from pathlib import Path\n"
        "HERE = Path(__file__).parent\n"
        f"PDF = {pdf(pages)!r}\n"
        "with open(HERE / 'calls', 'a') as calls:\n"
        "    print(*sys.argv[1:], file=calls)\n"
        f"{does}\n",
        encoding="utf-8",
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return script


def pdf(pages: Sequence[str], landscape: Sequence[int] = ()) -> bytes:
    """A PDF with one line of ASCII text on each page; those numbered here, from 0, lie."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    things = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, words in enumerate(pages):
        box = "842 595" if number in landscape else "595 842"
        drawn = f"BT /F1 24 Tf 72 500 Td ({words}) Tj ET"
        things += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {box}]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {5 + 2 * number} 0 R>>",
            f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
        ]
    content, places = b"%PDF-1.6\n", []
    for number, thing in enumerate(things, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{thing}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(things) + 1}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {len(things) + 1}/Root 1 0 R>>\nstartxref\n{len(content)}\n%%EOF\n"
    )
    return content + end.encode()
