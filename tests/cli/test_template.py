"""The Word template as scripts meet it."""

import json
from pathlib import Path

from tests.cli.conftest import DONE, REFUSED, WRONG_USAGE, Run
from tests.support import documents
from tests.support.municipal_templates import google_docs, swedish_word
from tests.support.word_templates import saved


def test_that_a_template_is_kept_told_of_used_and_removed(
    file: Path, tmp_path: Path, run: Run
) -> None:
    path = saved(tmp_path, "Kommunens mall.dotx", swedish_word())
    code, out, err = run("template", file, "--set", path)
    assert (code, err) == (DONE, "")
    assert out.startswith("Kommunens mall.dotx\n+ ")
    path.unlink()

    report = json.loads(run("template", file, "--json").out)
    assert report["template"] == "Kommunens mall.dotx"
    assert {one["kind"] for one in report["remarks"]} == {"found", "instead"}
    document = tmp_path / "ut.docx"
    assert run("export", file, "strategy", "--out", document).code == DONE
    assert "Rubrik1" in {block.style for block in documents.blocks(document)}
    assert run("export", file, "strategy", "--out", document, "--own-look").code == DONE
    assert "Heading1" in {block.style for block in documents.blocks(document)}

    copy = tmp_path / "kopia.dotx"
    assert run("template", file, "--out", copy).code == DONE
    assert copy.read_bytes() == swedish_word()
    assert run("template", file, "--remove").code == DONE
    assert json.loads(run("template", file, "--json").out) == {"template": None, "remarks": []}
    assert run("template", file, "--out", copy).code == REFUSED


def test_that_what_to_mend_stands_with_how(file: Path, tmp_path: Path, run: Run) -> None:
    path = saved(tmp_path, "google.docx", google_docs())
    lines = run("template", file, "--set", path).out.splitlines()
    (at,) = (n for n, line in enumerate(lines) if line.startswith("! ") and "mm" in line)
    assert lines[at + 1].startswith("    ")
    assert "A4" in lines[at + 1]


def test_that_what_is_no_template_changes_nothing(file: Path, tmp_path: Path, run: Run) -> None:
    before = file.read_bytes()
    path = saved(tmp_path, "fel.docx", b"text")
    code, _, err = run("template", file, "--set", path)
    assert code == REFUSED
    assert "fel.docx" in err
    assert len(err.splitlines()) == 1
    assert run("template", file, "--set", path, "--remove").code == WRONG_USAGE
    assert file.read_bytes() == before
