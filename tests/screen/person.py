"""A person at the desktop who has only a keyboard and a screen reader."""

from collections.abc import Callable
from contextlib import suppress

from tests.screen.accessible import FOCUSED, Accessible, Bus
from tests.screen.desktop import Desktop
from tests.screen.waiting import until

PROGRAM = "StrategiDesk"
MOST_STEPS = 80  # presses of one key before what is looked for is given up
_LINES = ("list item", "tree item", "table cell", "cell")  # every list says so of its current line
_GROUND = "filler"  # what a text lies on says so too


class Person:
    """Presses keys on a desktop, and hears what has the focus."""

    def __init__(self, desktop: Desktop, bus: Bus) -> None:
        self._desktop = desktop
        self._bus = bus
        self.program = until(self._find, "the program in the accessibility tree")

    def _find(self) -> Accessible | None:
        return next((one for one in self._bus.programs() if one.name == PROGRAM), None)

    # hearing

    def focused(self) -> Accessible:
        """What has the focus; LookupError where nothing has it."""
        found = None
        for one in self.program.shown():
            with suppress(LookupError):  # it went away meanwhile
                if one.has(FOCUSED) and _itself(one):
                    found = one
        if found is None:
            raise LookupError("nothing has the focus")
        return found

    def hears(self) -> str:
        """Role, name and text of what has the focus."""
        try:
            one = self.focused()
            return f"{one.role}: {one.name}"
        except LookupError as nothing:
            return str(nothing)

    def sees(self, name: str) -> Accessible | None:
        """The first thing shown that has this name or begins with it."""
        for one in self.program.shown():
            with suppress(LookupError):
                if one.name.startswith(name):
                    return one
        return None

    def wait_for(self, name: str) -> Accessible:
        """Wait until something of that name is shown."""
        return until(lambda: self.sees(name), f'"{name}" (focus on {self.hears()})')

    def wait_for_focus(self, name: str) -> None:
        """Wait until what has the focus has a name that begins so."""
        try:
            until(lambda: self.focused().name.startswith(name), f'focus on "{name}"')
        except AssertionError as vain:
            raise AssertionError(f"{vain}, but heard {self.hears()}") from vain

    # doing

    def press(self, *keys: str) -> None:
        """Press chords, one after the other."""
        self._desktop.keys(*keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._desktop.type(text)

    def press_until(self, key: str, name: str, role: str = "") -> None:
        """Press a key until the focus is on what has a name that begins so."""
        heard: list[str] = []

        def there() -> bool:
            one = self.focused()
            return one.name.startswith(name) and (not role or one.role == role)

        for _step in range(MOST_STEPS):
            heard.append(self.hears())
            if _settled(there):
                return
            self.press(key)
        raise AssertionError(f'{key} never came to "{name}", but to: ' + "; ".join(heard))

    def fill(self, name: str, text: str) -> None:
        """Go on to a field and write in it instead of what stands there."""
        self.press_until("Tab", name)
        self.press("ctrl+a")
        self.type(text)


def _itself(focused: Accessible) -> bool:
    role = focused.role
    return focused.parent.has(FOCUSED) if role in _LINES else role != _GROUND


def _settled(there: Callable[[], bool]) -> bool:
    try:
        return there()
    except LookupError:
        return False
