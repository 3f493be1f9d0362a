"""Where LibreOffice lies on this computer.

Only an installed one is asked for: those from Snap and Flatpak are shut in, and see neither our
folder nor a profile of their own.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from strategidesk.errors import UserError
from strategidesk.language import mark

NAMES = ("soffice", "libreoffice")
SHUT_IN = ("/snap/", "/var/lib/flatpak/", "/var/lib/snapd/")
MISSING = mark(
    "LibreOffice is not installed on this computer, and pages are made by it. Install LibreOffice, "
    "which is free; or export to Word and choose Save as and PDF there, never Print, so that "
    "screen readers can read the file."
)


class Missing(UserError):
    """There is no LibreOffice here."""


def office() -> Path | None:
    """The program, or None where it is not installed. Looks at a handful of names, no more."""
    return next((path for path in _candidates() if path.is_file() and not _shut_in(path)), None)


def required() -> Path:
    """The program. Raises Missing, with what to do, where there is none."""
    found = office()
    if found is None:
        raise Missing(MISSING)
    return found


def _candidates() -> Iterator[Path]:
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    yield from usual_places(sys.platform)


def usual_places(platform: str) -> Iterator[Path]:
    """Where it is installed on a system (as `sys.platform` names it), the likeliest first."""
    if platform == "win32":
        folders = (os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)"))
        for folder in (*folders, r"C:\Program Files"):
            if folder:
                yield Path(folder, "LibreOffice", "program", "soffice.exe")
    elif platform == "darwin":
        for above in (Path("/"), Path.home()):
            yield above / "Applications/LibreOffice.app/Contents/MacOS/soffice"
    else:
        for name in NAMES:
            yield from (Path("/usr/bin", name), Path("/usr/local/bin", name))
        for folder in ("/usr/lib", "/usr/lib64"):
            yield Path(folder, "libreoffice", "program", "soffice")
        newest_first = sorted(Path("/opt").glob("libreoffice*"), reverse=True)
        yield from (folder / "program" / "soffice" for folder in newest_first)


def _shut_in(path: Path) -> bool:
    return path.as_posix().startswith(SHUT_IN)
