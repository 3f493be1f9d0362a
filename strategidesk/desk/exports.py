"""What can be exported, and in which formats."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn

from strategidesk.desk import word_template
from strategidesk.desk.commenting import commented
from strategidesk.desk.file_names import safe_name
from strategidesk.desk.inspecting import inspected
from strategidesk.desk.paging import paged
from strategidesk.errors import NotOneOf
from strategidesk.language import mark, tr
from strategidesk.model.extract import Extract
from strategidesk.model.fields import Id
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy

if TYPE_CHECKING:
    from strategidesk.desk.accessibility import Finding
    from strategidesk.word.cover import Information

LONGEST = 60  # letters of a title that stand in a file's name

DOCX = "docx"
PDF = "pdf"
FULL = "full"
COMPACT = "compact"
BY_SECTION = "by-section"
BY_RESPONDENT = "by-respondent"


@dataclass(frozen=True, kw_only=True)
class Wish:
    """How a document is wanted."""

    form: str = ""  # one of the export's forms; empty: the usual one
    template: Path | bytes | None = None  # the municipality's own; None: the one that is kept
    own_look: bool = False  # the program's look, whatever template is kept in the strategy
    information: "Information | None" = None  # what the versions tell of the strategy
    today: str | None = None  # the day that the document is dated, `2026-03-09`
    paper: Id | None = None  # which of the papers in the file; None: the latest that fits
    about: str = "strategy"  # what a paper concerns, where it says nothing of it itself
    unit: Id | None = None  # only this unit's activities; "" (NO_UNIT): those of no unit
    year: int | None = None  # only what goes on in this year
    comments: bool = False  # with the group's comments beside the text
    pages: bool = True  # work page numbers out by laying the pages, where that can be done

    def of(self, export: "Export") -> "Wish":
        """The wish with the export's usual form where it names none."""
        return replace(self, form=self.form or next(iter(export.forms), ""))

    def on_template(self, strategy: Strategy, format: str) -> "Wish":
        """The wish with the template that is kept in the strategy, where a Word document is wanted
        and no other given. Raises UserError where that is missing."""
        if self.template is not None or self.own_look or format not in (DOCX, PDF):
            return self
        found = word_template.kept(strategy)
        return replace(self, template=found.data) if found else self

    @property
    def is_part(self) -> bool:
        """Whether the plan-and-budget extract is wanted, not the whole plan."""
        return self.unit is not None or self.year is not None


# yields (done, total, ...), or a Progress with words of its own; may return what the reader should
# know
Writing = Iterator[Any]
Writer = Callable[[Strategy, Path, Wish], Writing]
Check = Callable[[Strategy, Wish], "tuple[Finding, ...]"]


def _of_strategy(strategy: Strategy, _wish: Wish) -> "tuple[Finding, ...]":
    from strategidesk.desk import accessibility

    return accessibility.of_strategy(strategy)


def _of_plan(strategy: Strategy, wish: Wish) -> "tuple[Finding, ...]":
    from strategidesk.desk import accessibility, extracting

    if not wish.is_part:
        return accessibility.of_plan(strategy, _plan_form(wish))
    extract = Extract(strategy, wish.unit, wish.year)
    part = strategy.replace({Activity: tuple(entry.activity for entry in extract.entries)})
    return (*accessibility.of_plan(part), *extracting.findings(extract))


def _of_paper(kind: str) -> Check:
    def checked(strategy: Strategy, wish: Wish) -> "tuple[Finding, ...]":
        from strategidesk.desk import accessible_papers, papers

        return accessible_papers.of_paper(
            strategy, papers.chosen(strategy, kind, wish.about, wish.paper)
        )

    return checked


def _of_consultation(strategy: Strategy, wish: Wish) -> "tuple[Finding, ...]":
    from strategidesk.desk import papers, referring

    paper = papers.chosen(strategy, "consultation", "strategy", wish.paper)
    return referring.of_version(strategy, paper)


def _of_summary(strategy: Strategy, _wish: Wish) -> "tuple[Finding, ...]":
    from strategidesk.desk import referring

    return referring.of_summary(strategy)


@dataclass(frozen=True)
class Export:
    """One thing that can be exported; the first format and form are the usual ones."""

    what: str  # as the command line names it
    label: str  # English source string
    done: str  # English: what is said when it is written
    file_name: str  # Swedish, beside the strategy file
    writers: dict[str, Writer]  # by format; a format is also the file's ending
    check: Check = _of_strategy  # what would shut readers of the document out
    forms: tuple[str, ...] = ()  # how much of it
    parts: bool = False  # whether a unit's and a year's part of it can be asked for

    @property
    def formats(self) -> tuple[str, ...]:
        """A document that Word opens is also had as PDF."""
        more = {DOCX: (DOCX, PDF)}
        return tuple(one for format in self.writers for one in more.get(format, (format,)))

    def writer(self, format: str) -> Writer:
        """Who writes one of the formats."""
        if format == DOCX:
            return paged(commented(inspected(self.writers[DOCX])))
        if format != PDF or PDF in self.writers:
            return self.writers[format]
        from strategidesk.desk.laying import laid

        return laid(paged(inspected(self.writers[DOCX])))


def _strategy_docx(strategy: Strategy, out: Path, wish: Wish) -> Writing:
    from strategidesk.word import strategy as word

    return word.write(
        strategy, out, template=wish.template, today=wish.today, information=wish.information
    )


def _plan_docx(strategy: Strategy, out: Path, wish: Wish) -> Writing:
    from strategidesk.word import activity_plan as word
    from strategidesk.word import extract

    if wish.is_part:
        part = Extract(strategy, wish.unit, wish.year)
        return extract.write(part, out, template=wish.template, today=wish.today)
    form = _plan_form(wish)
    return word.write(strategy, out, form=form, template=wish.template, today=wish.today)


def _plan_form(wish: Wish) -> Literal["compact", "full"]:
    return "compact" if wish.form == COMPACT else "full"


def _paper(kind: str) -> Writer:
    def written(strategy: Strategy, out: Path, wish: Wish) -> Writing:
        from strategidesk.desk import papers
        from strategidesk.word.papers import writing

        paper = papers.chosen(strategy, kind, wish.about, wish.paper)
        today = wish.today or datetime.date.today().isoformat()
        whole = papers.composed(strategy, paper, today)
        return writing.write(strategy, whole, out, template=wish.template, today=today)

    return written


def _consultation_docx(strategy: Strategy, out: Path, wish: Wish) -> Writing:
    from strategidesk.desk import papers
    from strategidesk.word import consultation

    paper = papers.chosen(strategy, "consultation", "strategy", wish.paper)
    today = wish.today or datetime.date.today().isoformat()
    whole = papers.composed(strategy, paper, today)
    return consultation.write(
        strategy, whole, out, template=wish.template, today=today, information=wish.information
    )


def _summary_docx(strategy: Strategy, out: Path, wish: Wish) -> Writing:
    from strategidesk.desk import papers
    from strategidesk.word import consultation_summary as word

    paper = papers.chosen(strategy, "consultation_summary", "strategy", wish.paper)
    today = wish.today or datetime.date.today().isoformat()
    whole = papers.composed(strategy, paper, today)
    by_respondent = wish.form == BY_RESPONDENT
    return word.write(
        strategy, whole, out, template=wish.template, today=today, by_respondent=by_respondent
    )


def _plan_xlsx(strategy: Strategy, out: Path, wish: Wish) -> Writing:
    part = Extract(strategy, wish.unit, wish.year) if wish.is_part else None
    only = frozenset(entry.activity.id for entry in part.entries) if part else None
    if not isinstance(wish.template, Path):
        from strategidesk.excel import activity_plan as excel

        title = part.title if part else ""
        return excel.write(strategy, out, today=wish.today, only=only, title=title)
    from strategidesk.excel import filling

    return filling.fill(strategy, wish.template, out, today=wish.today, only=only)


EXPORTS = (
    Export(
        "strategy",
        "Strategy",
        mark("The strategy is exported."),
        "Strategi",
        {"docx": _strategy_docx},
    ),
    Export(
        "activity-plan",
        "Activity plan",
        mark("The activity plan is exported."),
        "Aktivitetsplan",
        {"docx": _plan_docx, "xlsx": _plan_xlsx},
        _of_plan,
        (FULL, COMPACT),
        parts=True,
    ),
    Export(
        "proposal",
        "Official memorandum",
        mark("The memorandum is exported."),
        "Tjänsteskrivelse",
        {"docx": _paper("proposal")},
        _of_paper("proposal"),
    ),
    Export(
        "minutes",
        "Extract from the minutes",
        mark("The draft of the extract from the minutes is exported."),
        "Protokollsutdrag (utkast)",
        {"docx": _paper("minutes")},
        _of_paper("minutes"),
    ),
    Export(
        "consultation",
        "Consultation version",
        mark("The consultation version is exported."),
        "Remissversion",
        {"docx": _consultation_docx},
        _of_consultation,
    ),
    Export(
        "consultation-summary",
        "Consultation report",
        mark("The consultation report is exported."),
        "Remissammanställning",
        {"docx": _summary_docx},
        _of_summary,
        (BY_SECTION, BY_RESPONDENT),
    ),
)


def chosen(what: str, format: str | None = None, form: str | None = None) -> tuple[Export, str]:
    """The export of that name and the format, the usual one where none is given.

    Raises UsageError for what there is not.
    """
    export = next((export for export in EXPORTS if export.what == what), None)
    if export is None:
        _refuse("export", what, tuple(export.what for export in EXPORTS))
    if format is not None and format not in export.formats:
        _refuse("format", format, export.formats)
    if form is not None and form not in export.forms:
        _refuse("form", form, export.forms)
    return export, format or export.formats[0]


def _refuse(kind: str, name: str, names: tuple[str, ...]) -> NoReturn:
    raise NotOneOf(tr(kind), name, names)


def beside(path: Path, export: Export, format: str, version: str = "", part: str = "") -> Path:
    """Where an export (of a version, by its title; of a part, by its name) lies unless told
    otherwise: beside the strategy file."""
    of = "".join(f" - {safe_name(one, LONGEST)}" for one in (part, version) if one)
    return path.with_name(f"{path.stem} - {export.file_name}{of}.{format}")


def part_name(strategy: Strategy, wish: Wish) -> str:
    """What a unit's and a year's part is called in the name of its file; empty for the whole."""
    return Extract(strategy, wish.unit, wish.year).name if wish.is_part else ""
