import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FIRST_PAINT = """
import sys
from strategidesk.ui.app import application
from strategidesk.ui.shell import Shell

app = application()
shell = Shell(app, "Astrid Exempel")
start = shell.show_start()
start.page.painted.connect(lambda: print("painted", *sys.modules, flush=True))
shell.show_start()
ready = []
while not start.page.templates:
    app.processEvents()
print("warm", *sys.modules, flush=True)
start.close()
"""


def test_that_the_start_page_is_painted_before_slow_imports() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_PAINT], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    painted, warm = (line.split() for line in done.stdout.splitlines())
    slow = {"sqlalchemy", "docx", "lxml", "xlsxwriter", "openpyxl", "strategidesk.desk.desk"}
    assert slow & set(painted) == set()
    assert "sqlalchemy" in warm


_RUN = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from strategidesk import language
from strategidesk.ui import app, shell

class Quick(shell.Shell):
    def take(self, opened):
        super().take(opened)
        said = QCoreApplication.translate("QWidgetTextControl", "Cu&t")
        print(language.active(), len(self.windows), said, flush=True)
        QTimer.singleShot(0, self.quit)

app.Shell = Quick
sys.exit(app.run(sys.argv[1], "Astrid Exempel"))
"""


def test_that_the_program_opens_the_file_it_is_given_in_swedish(sample: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(sample)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr
    said = done.stdout.split()
    assert said[:2] == ["sv", "1"]
    assert said[2:] != ["Cu&t"]
