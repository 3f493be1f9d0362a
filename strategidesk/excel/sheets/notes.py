"""The column that says in words what an answer lacks, as a formula that reckons while one types."""

from collections.abc import Mapping

from strategidesk.excel.sheets.answer_rows import AnswerRow
from strategidesk.excel.sheets.layout import NEEDS_COMMENT, Layout, Open
from strategidesk.excel.words import choice, word

_ROW = "§"  # stands for the row's number
_OPEN_STATUSES = ("not_started", "started")


class Notes:
    """The formulas of one answer sheet; `letters` are its columns' by key."""

    def __init__(self, layout: Layout, letters: Mapping[str, str]) -> None:
        self._letters = letters
        self._follow_up = "status" in letters
        asked = [column.key for column in layout.columns if column.open is Open.ALWAYS]
        self._filled = [key for key in asked if key not in ("status", "activity")]
        self._words = {
            key: word(f"sheets.notes.{key}") for key in ("comment", "late", "status", "activity")
        }

        self._made: dict[tuple[bool, bool], str] = {}

    def formula(self, row: AnswerRow, number: int) -> str:
        """The formula of a row, without its `=`."""
        kind = (row.own, row.late)
        if kind not in self._made:
            self._made[kind] = self._make(*kind)
        return self._made[kind].replace(_ROW, str(number))

    def _make(self, own: bool, late: bool) -> str:
        """The formula of a kind of rows, with a mark for the row's number."""
        if not self._follow_up:
            return self._lacking("activity")
        lacking = self._lacking("activity" if own else "status", self._late() if late else '""')
        return f'IF({self.uncommented(_ROW)},"{self._words["comment"]}",{lacking})'

    def value(self, row: AnswerRow) -> str:
        """What the formula gives while the answers are as they were sent."""
        return self._words["late"] if row.late else ""

    def uncommented(self, number: int | str, fixed: str = "") -> str:
        """Whether a status that needs a comment has none; `fixed` holds the columns."""
        status, text = (f"{fixed}{self._letters[key]}{number}" for key in ("status", "result"))
        either = ",".join(f'{status}="{choice("status", one)}"' for one in NEEDS_COMMENT)
        return f'AND(OR({either}),TRIM({text})="")'

    def _late(self) -> str:
        status = f"{self._letters['status']}{_ROW}"
        either = ",".join(f'{status}="{choice("status", one)}"' for one in _OPEN_STATUSES)
        return f'IF(OR({status}="",{either}),"{self._words["late"]}","")'

    def _lacking(self, key: str, otherwise: str = '""') -> str:
        """A word where this cell is empty and another of the row is not."""
        keys = [*self._filled, "status"] if self._follow_up and key != "status" else self._filled
        others = "&".join(f"{self._letters[one]}{_ROW}" for one in keys)
        empty = f'AND({self._letters[key]}{_ROW}="",{others}<>"")'
        return f'IF({empty},"{self._words[key]}",{otherwise})'

    def rules(self, row: int) -> tuple[tuple[str, str, str], ...]:
        """Colours of cells by formulas for this row: column, formula, look."""
        note = f"${self._letters['note']}{row}"
        if not self._follow_up:
            return (("note", f"LEN({note})>0", "warning"),)
        status = f"${self._letters['status']}{row}"
        of_status = {"done": "done", "delayed": "warning", "cancelled": "set_aside"}
        return (
            ("note", f"LEN({note})>0", "warning"),
            ("result", self.uncommented(row, "$"), "wrong"),
            ("when", f'{note}="{self._words["late"]}"', "warning"),
            *(
                ("status", f'{status}="{choice("status", one)}"', look)
                for one, look in of_status.items()
            ),
        )
