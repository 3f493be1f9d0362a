"""What is answered to who asks for the file to be saved."""

from pathlib import Path

from strategidesk.desk.backups import listed
from strategidesk.language import tr
from strategidesk.ui.overview.moments import moment


def answer(path: Path, now: int) -> str:
    """That all is saved, and from when the latest backup is (`now`: microseconds UTC)."""
    when = latest_backup(path, now)
    if not when:
        return tr("Everything is saved. There is no backup yet.")
    return tr("Everything is saved. Latest backup {when}.", when=when)


def latest_backup(path: Path, now: int) -> str:
    """From when the latest backup of a file is; empty where there is none."""
    latest = next(iter(listed(path)), None)
    return moment(round(latest.at.timestamp() * 1e6), now) if latest is not None else ""
