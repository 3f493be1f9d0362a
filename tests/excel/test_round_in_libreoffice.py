"""A round's workbook that LibreOffice has opened and saved: what holds still, in both formats.

What a window shows (frozen panes, grid lines) is not asked: LibreOffice without a screen has none.
"""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from strategidesk.excel.sheets.identity import identity_of
from tests.support import rounds
from tests.support.parts import need, requires

ACTIVITIES = [
    {"id": "v1", "title": "Språkcafé", "unit": "u1", "end": "2026-06-30", "hallmarks": ["h1"]},
    {"id": "v2", "title": "=1+1", "unit": "u1", "indicator": "Besök"},
]


def saved_by_libreoffice(path: Path, *formats: str) -> Path:
    """The workbook saved once in each of these formats, one after the other."""
    for number, format in enumerate(formats):
        (path,) = all_saved([path], format, path.parent / str(number))
    return path


def all_saved(paths: Sequence[Path], format: str, folder: Path) -> list[Path]:
    """Workbooks saved in a format in a folder: LibreOffice is started once for all."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [need("soffice"), profile, "--headless", "--convert-to", format, "--outdir", folder,
         *paths],
        check=True, capture_output=True,
    )  # fmt: skip
    return [folder / f"{path.stem}.{format}" for path in paths]


@requires("soffice")
@pytest.mark.parametrize("formats", [("xlsx",), ("ods", "xlsx")])
def test_that_a_sheet_saved_by_libreoffice_is_still_the_same_sheet(
    formats: tuple[str, ...], tmp_path: Path
) -> None:
    out = tmp_path / "blad.xlsx"
    before = rounds.sheet_of(rounds.asking(activities=ACTIVITIES), out)

    after = load_workbook(saved_by_libreoffice(out, *formats))

    assert after.sheetnames == before.sheetnames
    _same_cells(before, after)
    _same_identity(before, after)
    _same_rules(before, after)


def _same_cells(before: Workbook, after: Workbook) -> None:
    old, new = rounds.answers(before), rounds.answers(after)
    assert rounds.headings(new)[: len(rounds.headings(old))] == rounds.headings(old)
    for heading in ("Radens id", "Aktivitet", "Nr", "Förra svaret"):
        assert rounds.values(new, heading)[:12] == rounds.values(old, heading)
    assert rounds.facts(new) == rounds.facts(old)
    assert rounds.unlocked(new) == rounds.unlocked(old)
    assert new.protection.sheet
    assert not new.protection.password


def _same_identity(before: Workbook, after: Workbook) -> None:
    wanted = identity_of(rounds.properties(before))
    assert identity_of(rounds.hidden_facts(after)) == wanted
    assert identity_of(rounds.properties(after)) == wanted
    names = {name for name in before.defined_names if name.startswith("sd_")}
    assert names <= set(after.defined_names)
    for name in names:
        found = [list(book.defined_names[name].destinations) for book in (before, after)]
        assert found[0] == found[1], name


def _same_rules(before: Workbook, after: Workbook) -> None:
    old, new = rounds.answers(before), rounds.answers(after)
    lists = [
        {str(r.sqref): r.formula1 for r in s.data_validations.dataValidation if r.type == "list"}
        for s in (old, new)
    ]
    assert lists[0] == lists[1]
    prompts = [{r.promptTitle for r in s.data_validations.dataValidation} for s in (old, new)]
    assert prompts[0] == prompts[1]
    rules = [{str(one.sqref) for one in s.conditional_formatting} for s in (old, new)]
    assert rules[0] == rules[1]
    assert new.print_title_rows == "$6:$6"
    assert new.auto_filter.ref == old.auto_filter.ref
    assert new.page_setup.orientation == "landscape"
    letter = next(c.column_letter for c in new[6] if c.value == "Radens id")
    assert new.column_dimensions[letter].hidden
