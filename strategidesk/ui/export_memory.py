"""The exports that can be chosen, and what a strategy's window remembers of them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from strategidesk.desk.exports import BY_RESPONDENT, COMPACT, DOCX, EXPORTS, PDF, Export, beside
from strategidesk.language import mark, tr

MOST_TEMPLATES = 5
_MEMORY = "export"
_KINDS = {
    (DOCX, ""): mark("Word"),
    (DOCX, COMPACT): mark("Word, short"),
    (DOCX, BY_RESPONDENT): mark("Word, by respondent"),
    (PDF, ""): mark("PDF"),
    (PDF, COMPACT): mark("PDF, short"),
    (PDF, BY_RESPONDENT): mark("PDF, by respondent"),
    ("xlsx", ""): mark("Excel"),
}
_LABELS = {
    (DOCX, ""): mark("{what} (Word)"),
    (DOCX, COMPACT): mark("{what}, short (Word)"),
    (DOCX, BY_RESPONDENT): mark("{what}, by respondent (Word)"),
    (PDF, ""): mark("{what} (PDF)"),
    (PDF, COMPACT): mark("{what}, short (PDF)"),
    (PDF, BY_RESPONDENT): mark("{what}, by respondent (PDF)"),
    ("xlsx", ""): mark("{what} (Excel)"),
}
_DOCUMENTS = {
    COMPACT: mark("{what}, short"),
    BY_RESPONDENT: mark("{what}, by respondent"),
}


@dataclass(frozen=True)
class Choice:
    """An export in one format and form: an entry of the menu."""

    export: Export
    format: str
    form: str | None

    @property
    def key(self) -> str:
        """What it is remembered by."""
        return "/".join((self.export.what, self.format, self.form or ""))

    @property
    def template(self) -> str:
        """The ending of its templates; a PDF is made of what is written for Word."""
        return DOCX if self.format == PDF else self.format

    @property
    def label(self) -> str:
        """What the menu says."""
        return tr(_LABELS.get(self._look, mark("{what}")), what=tr(self.export.label))

    @property
    def document(self) -> str:
        """What a list of documents says, whichever format they are written in."""
        return tr(_DOCUMENTS.get(self.form or "", mark("{what}")), what=tr(self.export.label))

    @property
    def kind(self) -> str:
        """What a list of formats says."""
        return tr(_KINDS.get(self._look, self.format))

    @property
    def _look(self) -> tuple[str, str]:
        form = self.form or ""
        return (self.format, form if (self.format, form) in _LABELS else "")


def every_choice() -> list[Choice]:
    """Every export in every format; forms where a format has several."""
    found = []
    for one in EXPORTS:
        for format in one.formats:
            forms: tuple[str | None, ...] = one.forms if format in (DOCX, PDF) else ()
            found += [Choice(one, format, form) for form in forms or (None,)]
    return found


@dataclass(frozen=True)
class Wanted:
    """One export as the user wants it; `template` is the municipality's own."""

    choice: Choice
    path: Path
    template: Path | None = None


class ExportMemory:
    """What was chosen before, as JSON values under one key of the strategy's memory."""

    def __init__(self, memory: dict[str, Any], strategy: Path, version: str = "") -> None:
        """`strategy`: where the strategy's file lies; documents go beside it at first. Those of a
        `version` (its title) always do."""
        self._version = version
        found = memory.get(_MEMORY)
        self._own: dict[str, Any] = found if isinstance(found, dict) else {}
        memory[_MEMORY] = self._own
        self._strategy = strategy

    def keep(self, wanted: Wanted) -> None:
        """Remember an export that was begun."""
        key = wanted.choice.key
        template = str(wanted.template or "")
        self._own["last"] = key
        self._own[wanted.choice.export.what] = key
        self._own[key] = {"path": str(wanted.path), "template": template}
        if wanted.template is not None:
            known = [one for one in self._templates(wanted.choice.template) if one != template]
            self._own["templates"] = {
                **self._own.get("templates", {}),
                wanted.choice.template: [template, *known][:MOST_TEMPLATES],
            }

    def last(self) -> Wanted | None:
        """The export that was begun last."""
        choice = self._choice(self._own.get("last"))
        return self.wanted(choice) if choice else None

    def usual(self, what: str) -> Choice:
        """How an export was made last; its first format where it has not been made."""
        first = next(one for one in every_choice() if one.export.what == what)
        return self._choice(self._own.get(what)) or first

    def wanted(self, choice: Choice) -> Wanted:
        """Where a choice went last, and on which template; beside the strategy at first."""
        found = self._own.get(choice.key)
        known = found if isinstance(found, dict) else {}
        path = Path(known["path"]) if known.get("path") else None
        if self._version or path is None or not path.parent.is_dir():
            path = beside(self._strategy, choice.export, choice.format, self._version)
        template = Path(known["template"]) if known.get("template") else None
        return Wanted(choice, path, template)

    def templates(self, format: str) -> list[Path]:
        """Templates of a format that were used and are still there, the latest first."""
        return [Path(one) for one in self._templates(format) if Path(one).is_file()]

    def _templates(self, format: str) -> list[str]:
        found: list[str] = self._own.get("templates", {}).get(format, [])
        return found

    def _choice(self, key: object) -> Choice | None:
        return next((one for one in every_choice() if one.key == key), None)
