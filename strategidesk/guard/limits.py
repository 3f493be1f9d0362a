"""What the system holds a process to, where it can: memory, time, and that nothing is written."""

import os
import sys
from pathlib import Path

_STATUS = Path("/proc/self/statm")


def taken() -> int:
    """Bytes of address space of this process; 0 where the system does not tell."""
    if not _STATUS.exists():
        return 0
    return int(_STATUS.read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")


def hold(memory: int, seconds: float) -> None:
    """From now on: so many bytes more, so long on the processor, and no byte to any file.

    Time is the process's own end where nobody is left to end it. Windows has no such limits.
    """
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _set(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + seconds) + 2)
    _set(resource.RLIMIT_FSIZE, 0)
    _set(resource.RLIMIT_CORE, 0)
    if now := taken():
        _set(resource.RLIMIT_AS, now + memory)


def let_go() -> None:
    """As much memory again as there is, to tell of what went wrong."""
    if sys.platform != "win32":
        import resource

        _set(resource.RLIMIT_AS, resource.getrlimit(resource.RLIMIT_AS)[1])


def _set(limit: int, wanted: int) -> None:
    if sys.platform != "win32":
        import resource

        most = resource.getrlimit(limit)[1]
        if most != resource.RLIM_INFINITY:
            wanted = min(wanted, most)
        resource.setrlimit(limit, (wanted, most))
