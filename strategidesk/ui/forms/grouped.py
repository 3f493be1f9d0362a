"""A form whose fields stand in groups under headings, in an order of their own."""

from collections.abc import Iterator, Sequence

from strategidesk.model.noun import Noun
from strategidesk.ui.forms.form import Form
from strategidesk.ui.forms.grid import Grid
from strategidesk.ui.forms.row import Row
from strategidesk.ui.parts import heading
from strategidesk.ui.work import Work

Groups = Sequence[tuple[str, Sequence[str]]]  # a heading in the user's language, names of fields


class GroupedForm(Form):
    """Short fields stand two by two where there is room. Fields in no group stand last."""

    def __init__(self, work: Work, noun: type[Noun], groups: Groups) -> None:
        super().__init__(work, noun, spread=True)
        plain = self.findChild(Grid)
        made: list[Row] = []
        for words, rows in _grouped(self.rows, groups):
            head = heading(words)
            head.setContentsMargins(0, 12 if made else 0, 0, 0)
            self.add_below(head)
            head.setVisible(bool(words))
            self.add_below(Grid(rows, spread=True))
            made += rows
        self.rows = tuple(made)
        if plain is not None:
            plain.hide()
            plain.deleteLater()


def _grouped(rows: Sequence[Row], groups: Groups) -> Iterator[tuple[str, list[Row]]]:
    left = {row.field.name: row for row in rows}
    for words, names in groups:
        yield words, [left.pop(name) for name in names]
    if left:
        yield "", list(left.values())
