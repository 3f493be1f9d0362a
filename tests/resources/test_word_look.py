"""The look of the documents: a file for Word, made from its declarations."""

import subprocess
import sys
from pathlib import Path

from strategidesk.paths import resource

ROOT = Path(__file__).parents[2]
MAKE = """
import make_word_template, pathlib, sys
make_word_template.OUT = pathlib.Path(sys.argv[1])
make_word_template.main()
"""


def test_that_the_shipped_look_is_what_its_declarations_make(tmp_path: Path) -> None:
    made = tmp_path / "strategi.docx"
    subprocess.run([sys.executable, "-c", MAKE, made], cwd=ROOT / ".tools", check=True)

    assert made.read_bytes() == resource("word", "strategi.docx").read_bytes()
