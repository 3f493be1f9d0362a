"""What the strip over a table says of pasted cells."""

from strategidesk.desk.pasting import Odd, Pasting
from strategidesk.language import mark, tr


def sentence(found: Pasting) -> str:
    """What the cells come to: "12 rows: 10 new, 2 changed. 1 cell is not understood."."""
    parts = [
        tr(one if n == 1 else many, n=n)
        for n, one, many in (
            (len(found.new), mark("1 new"), mark("{n} new")),
            (len(found.changed), mark("1 changed"), mark("{n} changed")),
            (found.same, mark("1 unchanged"), mark("{n} unchanged")),
        )
        if n
    ]
    if not (found.new or found.changed):
        parts = [tr("nothing changes")]
    head = tr("{n} row" if found.rows == 1 else "{n} rows", n=found.rows)
    said = [f"{head}: {', '.join(parts)}."]
    if found.odd:
        n = len(found.odd)
        odd = mark("1 cell is not understood.") if n == 1 else mark("{n} cells are not understood.")
        said.append(tr(odd, n=n))
    if found.headed:
        said.append(tr("The first row is headings and is not taken."))
    return " ".join(said)


def left_out(found: Pasting) -> str:
    """What becomes of the cells that are not understood; empty where there are none."""
    if not found.odd:
        return ""
    if len(found.odd) == 1:
        return tr("This cell is not written, and what stands there now is not changed:")
    return tr("These cells are not written, and what stands there now is not changed:")


def line(odd: Odd) -> str:
    """One cell that is not understood: where, what, and why."""
    where = (
        tr("Row {n}, {column}", n=odd.row, column=odd.column)
        if odd.column
        else tr("Row {n}", n=odd.row)
    )
    return tr("{where}: ”{text}”: {why}.", where=where, text=odd.text, why=tr(odd.why))
