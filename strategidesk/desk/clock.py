"""The time that revisions carry."""

import time


class Clock:
    """Microseconds UTC, later at each call even where the computer's clock stands or goes back."""

    def __init__(self) -> None:
        self._last = 0

    def __call__(self) -> int:
        self._last = max(time.time_ns() // 1000, self._last + 1)
        return self._last
