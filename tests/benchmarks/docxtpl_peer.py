"""docxtpl as a second peer for Word, where a Python that has it is at hand.

It is no part of the project. `DOCXTPL_PYTHON` names the Python of an environment that has it; this
module is then run there as a script, with the texts on its standard input.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from strategidesk.model.strategy import Strategy
    from tests.benchmarks.measuring import Pair, Row

_COLUMNS = (
    "title", "description", "expected_result", "responsible", "participants", "when", "recurrence",
    "resources", "funding", "indicator", "baseline", "target", "priority", "status",
)  # fmt: skip
_TIMES = 3


def row(folder: Path, strategy: "Strategy", ours: "Pair", goal: float) -> "Row":
    """Ours against it, or a row that says that it is not here."""
    from tests.benchmarks.measuring import Row, seconds

    operation = f"  against docxtpl at {len(strategy.activities)} rows"
    python = os.environ.get("DOCXTPL_PYTHON")
    if not python:
        return Row(operation, "", "docxtpl is not here (DOCXTPL_PYTHON)", None, goal)
    content = {
        "sections": [[s.heading, s.body.split("\n\n")] for s in strategy.sections],
        "rows": [[str(getattr(a, name)) for name in _COLUMNS] for a in strategy.activities],
    }
    done = subprocess.run(
        [python, __file__, str(folder)],
        input=json.dumps(content), capture_output=True, text=True, check=True,
    )  # fmt: skip
    taken = float(done.stdout)
    best = min(ours.ours)
    return Row(operation, seconds(best), f"docxtpl {seconds(taken)}", best / taken, goal)


def _render(folder: Path, content: dict[str, Any]) -> float:
    """The least seconds in which docxtpl fills and saves its template."""
    from docx import Document
    from docxtpl import DocxTemplate  # type: ignore[import-not-found]

    document = Document()
    document.add_paragraph("{%p for heading, texts in sections %}")
    document.add_heading("{{ heading }}", 1)
    document.add_paragraph("{%p for text in texts %}")
    document.add_paragraph("{{ text }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    table = document.add_table(3, len(_COLUMNS))
    table.cell(0, 0).text = "{%tr for row in rows %}"
    for place in range(len(_COLUMNS)):
        table.cell(1, place).text = f"{{{{ row[{place}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.save(str(folder / "template.docx"))
    taken = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        template = DocxTemplate(folder / "template.docx")
        template.render(content, autoescape=True)
        template.save(folder / "docxtpl.docx")
        taken.append(time.perf_counter() - start)
    return min(taken)


if __name__ == "__main__":
    print(_render(Path(sys.argv[1]), json.load(sys.stdin)))
