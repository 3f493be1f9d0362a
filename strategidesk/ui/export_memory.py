"""The exports that can be chosen, and what a strategy's window remembers of them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from strategidesk.desk.exports import (
    BY_RESPONDENT,
    COMPACT,
    DOCX,
    EXPORTS,
    PDF,
    Export,
    Wish,
    beside,
)
from strategidesk.language import mark, tr
from strategidesk.model.strategy import Strategy
from strategidesk.ui.export_scope import Scope, file_words, scope_of
from strategidesk.word.cover import Information

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
    """One export as the user wants it.

    `template` is another than the one kept in the strategy; `own_look`: the program's, though the
    strategy has a template.
    """

    choice: Choice
    path: Path
    template: Path | None = None
    own_look: bool = False
    scope: Scope = Scope()
    comments: bool = False  # with the group's comments

    def wish(self, information: Information | None = None) -> Wish:
        """What the writers are asked for; `information` is what the versions tell."""
        scope = self.scope
        return Wish(
            form=self.choice.form or "",
            template=self.template,
            own_look=self.own_look,
            information=information,
            paper=scope.paper,
            about=scope.about,
            unit=scope.unit,
            year=scope.year,
            comments=self.comments,
        )


class ExportMemory:
    """What was chosen before, as JSON values under one key of the strategy's memory."""

    def __init__(
        self, memory: dict[str, Any], path: Path, strategy: Strategy, version: str = ""
    ) -> None:
        """`path`: where the strategy's file lies; documents go beside it at first. Those of a
        `version` (its title) always do."""
        self._version = version
        found = memory.get(_MEMORY)
        self._own: dict[str, Any] = found if isinstance(found, dict) else {}
        memory[_MEMORY] = self._own
        self._path, self._strategy = path, strategy

    def keep(self, wanted: Wanted) -> None:
        """Remember an export that was begun."""
        key = wanted.choice.key
        template = str(wanted.template or "")
        self._own["last"] = key
        self._own[wanted.choice.export.what] = key
        self._own[key] = {
            "path": str(wanted.path),
            "template": template,
            "comments": wanted.comments,
            "own_look": wanted.own_look,
            **wanted.scope.kept(),
        }
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

    def wanted(self, choice: Choice, scope: Scope | None = None) -> Wanted:
        """How a choice was made last: of what, where to, and on which template; beside the
        strategy at first, and where another scope is wanted."""
        found = self._own.get(choice.key)
        known = found if isinstance(found, dict) else {}
        before = scope_of(known, self._strategy)
        path = Path(known["path"]) if known.get("path") else None
        if path is None or not path.parent.is_dir() or scope not in (None, before) or self._version:
            path = self.beside(choice, scope or before, path)
        template = Path(known["template"]) if known.get("template") else None
        own_look, comments = (known.get(name) is True for name in ("own_look", "comments"))
        return Wanted(choice, path, template, own_look, scope or before, comments)

    def beside(self, choice: Choice, scope: Scope, last: Path | None = None) -> Path:
        """Where a document lies unless the user says otherwise: in the folder of the last one, if
        that is there, under a name that says what it is of."""
        wish = Wanted(choice, self._path, scope=scope).wish()
        part = file_words(self._strategy, scope, wish)
        path = beside(self._path, choice.export, choice.format, self._version, part)
        if last is None or self._version or not last.parent.is_dir():
            return path
        return last.with_name(path.name)

    def templates(self, format: str) -> list[Path]:
        """Templates of a format that were used and are still there, the latest first."""
        return [Path(one) for one in self._templates(format) if Path(one).is_file()]

    def _templates(self, format: str) -> list[str]:
        found: list[str] = self._own.get("templates", {}).get(format, [])
        return found

    def _choice(self, key: object) -> Choice | None:
        return next((one for one in every_choice() if one.key == key), None)
