"""Which kinds of files are taken where."""

from dataclasses import dataclass

from strategidesk.language import mark


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for at one place."""

    key: str
    kinds: frozenset[str]
    words: str  # English source string: what to choose or save as
    program: str  # that such files are made in
    cleaned: bool = False  # what leads outside is taken out by those who read it


ANSWERS = Wanted(
    "answers", frozenset({"xlsx", "ods"}), mark("an Excel workbook (.xlsx or .ods)"), "Excel"
)
WORKBOOKS = Wanted(
    "workbooks", frozenset({"xlsx", "xltx"}), mark("an Excel workbook (.xlsx)"), "Excel"
)
TEMPLATES = Wanted(
    "templates",
    frozenset({"docx", "dotx"}),
    mark("a Word document (.docx or .dotx)"),
    "Word",
    cleaned=True,
)
DOCUMENTS = Wanted("documents", frozenset({"docx"}), mark("a Word document (.docx)"), "Word")
BY_NAME = {one.key: one for one in (ANSWERS, WORKBOOKS, TEMPLATES, DOCUMENTS)}
