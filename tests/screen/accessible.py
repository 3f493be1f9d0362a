"""The accessibility tree of a running program, asked for over AT-SPI as screen readers do.

Interfaces: https://gitlab.gnome.org/GNOME/at-spi2-core, folder xml.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.low_level import MessageType

_ROOT = "/org/a11y/atspi/accessible/root"
_PREFIX = "org.a11y.atspi."
FOCUSED, SHOWING, CHECKED, SELECTED = 12, 25, 4, 23  # bits of the state set


class Bus:
    """The accessibility bus."""

    def __init__(self, address: str) -> None:
        self._connection: DBusConnection = open_dbus_connection(address)

    def close(self) -> None:
        """Leave the bus."""
        self._connection.close()

    def call(self, at: "Accessible", interface: str, method: str, *given: Any) -> Any:
        """Call a method; LookupError where the other side does not answer with a value."""
        address = DBusAddress(at.path, at.bus_name, _PREFIX + interface)
        signature = "".join({int: "i", str: "s"}[type(one)] for one in given)
        message = new_method_call(address, method, signature or None, given)
        return self._value(message)

    def property(self, at: "Accessible", interface: str, name: str) -> Any:
        """A property's value."""
        address = DBusAddress(at.path, at.bus_name, _PREFIX + interface)
        return self._value(Properties(address).get(name))[1]

    def _value(self, message: Any) -> Any:
        try:
            reply = self._connection.send_and_get_reply(message, timeout=10)
        except TimeoutError as slow:
            raise LookupError("no answer over the accessibility bus") from slow
        if reply.header.message_type is MessageType.error:
            raise LookupError(str(reply.body))
        return reply.body[0]

    def programs(self) -> "list[Accessible]":
        """Everything that runs with an accessibility tree."""
        return list(Accessible(self, _PREFIX + "Registry", _ROOT).children())


@dataclass(frozen=True)
class Accessible:
    """One element of the tree."""

    bus: Bus
    bus_name: str
    path: str

    @property
    def name(self) -> str:
        return str(self.bus.property(self, "Accessible", "Name"))

    @property
    def description(self) -> str:
        return str(self.bus.property(self, "Accessible", "Description"))

    @property
    def role(self) -> str:
        return str(self.bus.call(self, "Accessible", "GetRoleName"))

    @property
    def parent(self) -> "Accessible":
        bus_name, path = self.bus.property(self, "Accessible", "Parent")
        return Accessible(self.bus, bus_name, path)

    def has(self, state: int) -> bool:
        """Whether a state is set (`FOCUSED`, `SHOWING` …)."""
        low, high = self.bus.call(self, "Accessible", "GetState")
        return bool(((high << 32) | low) >> state & 1)

    def children(self) -> "Iterator[Accessible]":
        """What it holds."""
        for bus_name, path in self.bus.call(self, "Accessible", "GetChildren"):
            yield Accessible(self.bus, bus_name, path)

    def text(self) -> str:
        """The text that stands in it."""
        return str(self.bus.call(self, "Text", "GetText", 0, -1))

    def shown(self, depth: int = 40) -> "Iterator[Accessible]":
        """Everything below that is shown, and whose surroundings are; what goes away meanwhile
        is left out."""
        try:
            children = [child for child in self.children() if child.has(SHOWING)]
        except LookupError:
            return
        for child in children:
            yield child
            if depth:
                yield from child.shown(depth - 1)
