"""Who sits at the computer, as the account says."""

import getpass
import sys


def guess() -> str:
    """The account's full name, else its short one; empty where it has none."""
    try:
        account = getpass.getuser()
    except (OSError, KeyError):
        return ""
    return _full_name(account) or account


def _full_name(account: str) -> str:
    if sys.platform == "win32":
        return ""
    import pwd

    try:
        return pwd.getpwnam(account).pw_gecos.split(",")[0].strip()
    except KeyError:
        return ""
