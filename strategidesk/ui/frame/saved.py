"""What is answered to who asks for the file to be saved."""

from pathlib import Path

from strategidesk.desk.backups import listed
from strategidesk.language import tr
from strategidesk.ui.overview.moments import moment


def answer(path: Path, now: int) -> str:
    """That all is saved, and from when the latest backup is (`now`: microseconds UTC)."""
    latest = next(iter(listed(path)), None)
    if latest is None:
        return tr("Everything is saved. There is no backup yet.")
    when = moment(round(latest.at.timestamp() * 1e6), now)
    return tr("Everything is saved. Latest backup {when}.", when=when)
