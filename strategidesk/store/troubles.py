"""Troubles of disk, folder and database as one clear sentence each."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from strategidesk.errors import UserError


class Damaged(UserError):
    """The file's content is not what was written."""


class Unreachable(UserError):
    """The disk or the folder does not answer, is full or may not be written."""


FULL = "The disk is full. Nothing was changed in {path}. Free some space and try again."
READ_ONLY = "{path} may only be read here. Save a copy in another folder to change it."
GONE = "The folder of {path} does not answer. Check that it can be reached and try again."
TAKEN = "Another program has {path} open. Close it there and try again."
DAMAGED = "The file {path} is damaged and is not opened. Restore it from a backup."
FAILING = "The disk did not take what was written to {path}. Nothing was changed in it."
LONG = "The name or the folders of {path} are too long. Choose shorter ones."
IS_FOLDER = "{path} is a folder. Choose the name of a file."

_PATH_MOST = 500  # bytes of a whole path that SQLite takes everywhere
_NAME_MOST = 255 - len("-journal")  # bytes of a name that leave room for the journal's
_NETWORK = ("ETIMEDOUT", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ENOTCONN")
_DEVICE = ("ESTALE", "ENODEV", "ENXIO")
_BROKEN = ("Could not decode", "malformed JSON")  # what is said of a text with a wrong byte
_HELD_ON_WINDOWS = (32, 33)  # sharing and lock violation

_OS = {
    errno.ENOSPC: FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): FULL,
    errno.EFBIG: FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EBUSY: TAKEN,
    errno.ENOENT: GONE,
    errno.ENOTDIR: GONE,
    errno.EIO: FAILING,
    errno.ENAMETOOLONG: LONG,
    errno.EISDIR: IS_FOLDER,
    **{getattr(errno, name): GONE for name in (*_NETWORK, *_DEVICE) if hasattr(errno, name)},
}
_SQLITE = {
    sqlite3.SQLITE_READONLY_DBMOVED: GONE,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_BUSY: TAKEN,
    sqlite3.SQLITE_LOCKED: TAKEN,
    sqlite3.SQLITE_PROTOCOL: TAKEN,
    sqlite3.SQLITE_CANTOPEN: GONE,
    sqlite3.SQLITE_IOERR: FAILING,
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the system says about this path into a UserError."""
    try:
        yield
    except OSError as error:
        raise of_system(error, path) from error
    except sqlite3.Error as error:
        raise of_database(error, path) from error
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise of_database(error.orig, path) from error
        raise


def of_system(error: OSError, path: Path) -> UserError:
    """The sentence for an operating system's error."""
    if getattr(error, "winerror", None) in _HELD_ON_WINDOWS:
        return Unreachable(TAKEN, path=path)
    return Unreachable(_OS.get(error.errno or 0, FAILING), path=path)


def of_database(error: sqlite3.Error, path: Path) -> UserError:
    """The sentence for a database error; programming mistakes are raised again as they are."""
    extended = getattr(error, "sqlite_errorcode", 0)
    code = extended & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return Damaged(DAMAGED, path=path)
    if code == sqlite3.SQLITE_CANTOPEN and path.parent.is_dir():
        return Unreachable(GONE if os.access(path.parent, os.W_OK) else READ_ONLY, path=path)
    if code in _SQLITE:
        return Unreachable(_SQLITE.get(extended, _SQLITE[code]), path=path)
    if any(word in str(error) for word in _BROKEN):
        return Damaged(DAMAGED, path=path)
    raise error


def require_short(path: Path) -> None:
    """Raise Unreachable where SQLite could not take the path, or its journal beside it."""
    whole = len(os.fsencode(path.absolute()))
    if whole > _PATH_MOST or len(os.fsencode(path.name)) > _NAME_MOST:
        raise Unreachable(LONG, path=path)
