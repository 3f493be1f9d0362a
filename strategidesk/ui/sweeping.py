"""Python's sweeping of rubbish, which waits while a worker runs: swept on the worker's thread,
widgets would die there."""

import gc


class _Held:
    """One per process, as the sweeping is. Touched on the window's thread only."""

    workers = 0
    wanted = True  # whether it goes on when the last worker has ended


def hold() -> None:
    """A worker is about to begin."""
    if not _Held.workers:
        _Held.wanted = gc.isenabled()
        gc.disable()
    _Held.workers += 1


def let_go() -> None:
    """A worker has ended."""
    _Held.workers -= 1
    if not _Held.workers and _Held.wanted:
        gc.enable()


def begun() -> bool:
    """Whether rubbish is swept at all, now or when the workers have ended."""
    return _Held.wanted if _Held.workers else gc.isenabled()


def begin() -> None:
    """Sweep from now on, but never among what there is already."""
    gc.freeze()
    if _Held.workers:
        _Held.wanted = True
    else:
        gc.enable()
