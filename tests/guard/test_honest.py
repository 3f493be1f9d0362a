"""Honest files come in, however odd they look."""

import re
from pathlib import Path

import pytest

from strategidesk.errors import UserError
from strategidesk.guard.looking import look
from strategidesk.guard.seen import NOTICES
from strategidesk.guard.sentences import SENTENCES
from strategidesk.guard.wanted import ANSWERS, DOCUMENTS, TEMPLATES
from strategidesk.language import tr
from tests.support.hostile import bases, zips
from tests.support.hostile.corpus import HOSTILE
from tests.support.hostile.honest import FILES, HONEST


@pytest.mark.parametrize("name", HONEST)
def test_that_an_honest_file_comes_in(name: str, tmp_path: Path) -> None:
    make, wanted, notices = HONEST[name]
    path = tmp_path / "utan ändelse"
    path.write_bytes(make())

    seen = look(path, wanted)

    assert seen.kind in wanted.kinds
    assert seen.notices == notices
    assert sum(size for _, size in seen.parts) > 0


def test_that_documents_and_workbooks_of_the_tests_come_in() -> None:
    found = sorted(FILES.rglob("*.docx"))

    assert {look(path, DOCUMENTS).kind for path in found} <= {"docx"}


def test_that_every_notice_is_met_and_told() -> None:
    assert set().union(*(notices for _, _, notices in HONEST.values())) == set(NOTICES)


def test_that_every_sentence_is_met() -> None:
    """But those of what cannot be made as bytes, which have tests of their own."""
    elsewhere = {"folder", "special", "large", "slow", "memory", "died"}
    said = {one.sentence for one in HOSTILE}
    for key in SENTENCES.keys() - elsewhere:
        words = re.sub(r"\\{\w+\\}", ".+", re.escape(tr(SENTENCES[key])))
        assert any(re.fullmatch(words, sentence) for sentence in said), key


def test_that_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        look(tmp_path, ANSWERS)

    words = "är en mapp. Välj en Excel-arbetsbok (.xlsx eller .ods)."
    assert str(refused.value) == f"{tmp_path.name} {words}"


def test_that_a_device_is_refused_and_not_waited_for() -> None:
    with pytest.raises(UserError, match="är ingen fil på en disk"):
        look(Path("/dev/zero"), TEMPLATES)


def test_that_a_file_larger_than_mail_takes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "svar.xlsx"
    with path.open("wb") as file:
        file.truncate(61_000_000)  # of which the disk holds nothing

    with pytest.raises(UserError, match="är större än 60 MB"):
        look(path, ANSWERS)


def test_that_what_others_can_break_in_a_sentence_is_shown_as_it_is(tmp_path: Path) -> None:
    """A sheet's name with braces and line breaks is a name, and no place of ours."""
    book = bases.workbook()
    book[bases.BOOK] = book[bases.BOOK].replace(b'name="Svar"', b'name="{most}&#10;{0}"')
    book[bases.SHEET] = bases.sheet(rows='<row r="200000"><c r="A200000"><v>1</v></c></row>')
    path = tmp_path / "{file}.xlsx"
    path.write_bytes(zips.pack(zips.parts(book)))

    with pytest.raises(UserError) as refused:
        look(path, ANSWERS)

    assert "Bladet {most} {0} i {file}.xlsx har något i cell A200000" in str(refused.value)
