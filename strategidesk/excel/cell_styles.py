"""The cell formats of somebody else's workbook, and variants of them that a value needs."""

import copy
import re

from strategidesk.excel.package import Element, tag

_DAY_FORMAT = "yyyy-mm-dd"
_FIRST_OWN = 164  # lower numbers are Excel's built-in number formats (ECMA-376 part 1, 18.8.30)
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_NOT_CODES = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class CellStyles:
    """Formats by their number, as cells name them. Raises ValueError where there are none."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._formats: Element = root.find(tag("cellXfs"))
        if self._formats is None or not len(self._formats):
            raise ValueError("no cell formats")
        self._made: dict[tuple[int, str], int] = {}

    def known(self, style: int) -> int:
        """The same format, or the workbook's usual one where there is none of that number."""
        return style if 0 <= style < len(self._formats) else 0

    def for_day(self, style: int) -> int:
        """A format like this that shows a day; the same where it shows dates already."""
        return style if self._shows_dates(style) else self._variant(style, "day")

    def for_text(self, style: int) -> int:
        """A format like this whose text is never taken for anything else."""
        return self._variant(style, "text")

    def for_writing(self, style: int, open: bool) -> int:
        """A format like this whose cells are open, or locked, on a protected sheet."""
        style = self.known(style)
        found = self._formats[style].find(tag("protection"))
        is_open = found is not None and found.get("locked") in ("0", "false")
        return style if is_open == open else self._variant(style, "open" if open else "locked")

    def _variant(self, style: int, kind: str) -> int:
        if (style, kind) not in self._made:
            made = copy.deepcopy(self._formats[style])
            if kind == "day":
                made.set("numFmtId", str(self._day_format()))
                made.set("applyNumberFormat", "1")
            elif kind in ("open", "locked"):
                _protect(made, "0" if kind == "open" else "1")
            else:
                made.set("quotePrefix", "1")
            self._formats.append(made)
            self._formats.set("count", str(len(self._formats)))
            self._made[style, kind] = len(self._formats) - 1
        return self._made[style, kind]

    def _codes(self) -> dict[int, str]:
        own = self._root.iterfind(f"{tag('numFmts')}/{tag('numFmt')}")
        return {int(item.get("numFmtId")): item.get("formatCode") for item in own}

    def _shows_dates(self, style: int) -> bool:
        number = int(self._formats[style].get("numFmtId", "0"))
        code = _NOT_CODES.sub("", self._codes().get(number, ""))
        return number in _BUILT_IN_DATES or bool(re.search("[ymdåÅYMD]", code))

    def _day_format(self) -> int:
        codes = self._codes()
        for number, code in codes.items():
            if code == _DAY_FORMAT:
                return number
        formats = self._root.find(tag("numFmts"))
        if formats is None:
            formats = self._root.makeelement(tag("numFmts"))
            self._root.insert(0, formats)
        number = max([_FIRST_OWN - 1, *codes]) + 1
        attributes = {"numFmtId": str(number), "formatCode": _DAY_FORMAT}
        formats.append(self._root.makeelement(tag("numFmt"), attributes))
        formats.set("count", str(len(formats)))
        return number


def _protect(format: Element, locked: str) -> None:
    """Sets whether cells of a format are locked; the element stands behind the alignment."""
    protection = format.find(tag("protection"))
    if protection is None:
        protection = format.makeelement(tag("protection"))
        alignment = format.find(tag("alignment"))
        format.insert(0 if alignment is None else 1, protection)
    protection.set("locked", locked)
    format.set("applyProtection", "1")
