"""Looks at the whole file, and backups of it, beside the people who work in it."""

from strategidesk.desk.desk import Desk
from strategidesk.desk.jobs import Job, Progress
from strategidesk.store.hashes import check_portions


def backing_up(desk: Desk) -> Job[None]:
    """Back up what has changed in an open file."""
    yield Progress(0, 0)
    desk.back_up()


def look_through(desk: Desk) -> Job[None]:
    """Compare every change and picture with its hash, and keep a backup of what has been found
    whole. Raises Damaged where a hash does not hold."""
    for done, _ in enumerate(check_portions(desk.file.reading, desk.path), start=1):
        yield Progress(done, done)
    desk.keep_as_opened()
