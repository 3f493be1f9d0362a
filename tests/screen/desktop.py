"""A desktop of its own: a virtual screen, a window manager, a session bus and the accessibility
bus, on which the program runs as it does for a user with a screen reader."""

import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests.screen.waiting import until

SIZE = "1440x900x24"
_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


class Desktop:
    """Entered, it runs; left, everything that it started is gone.

    `environment` is what a program needs to be started on it; `accessibility` is the address of
    the bus on which its accessibility tree can be asked for.
    """

    def __init__(self, folder: Path) -> None:
        self._stack = ExitStack()
        self._folder = folder
        self.environment: dict[str, str] = {}
        self.accessibility = ""

    def __enter__(self) -> Self:
        with self._stack:
            self._start()
            self._stack = self._stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def _start(self) -> None:
        home = self._folder / "home"
        runtime = self._folder / "runtime"
        home.mkdir()
        runtime.mkdir(mode=0o700)
        self.environment = os.environ | {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "NO_AT_BRIDGE": "0",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
            "LANG": "sv_SE.UTF-8",
        }
        for name in (
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "DBUS_SESSION_BUS_ADDRESS",
            "AT_SPI_BUS_ADDRESS",
        ):
            self.environment.pop(name, None)
        self.environment["DISPLAY"] = ":" + self._screen()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._bus()
        self._spawn("openbox", "--sm-disable")
        self._spawn(_LAUNCHER, "--launch-immediately")
        self.accessibility = until(self._accessibility_bus, "the accessibility bus")

    def _spawn(self, *command: str, out: int = subprocess.DEVNULL) -> "subprocess.Popen[str]":
        made = subprocess.Popen(
            command,
            env=self.environment,
            text=True,
            stdout=out,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._stack.callback(_end, made)
        return made

    def _screen(self) -> str:
        reading, writing = os.pipe()
        made = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"],
            pass_fds=[writing],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._stack.callback(_end, made)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            return pipe.readline().strip()

    def _bus(self) -> str:
        made = self._spawn(
            "dbus-daemon", "--session", "--nofork", "--print-address=1", out=subprocess.PIPE
        )
        assert made.stdout is not None
        return made.stdout.readline().strip()

    def _accessibility_bus(self) -> str:
        address = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        with open_dbus_connection(self.environment["DBUS_SESSION_BUS_ADDRESS"]) as bus:
            reply = bus.send_and_get_reply(new_method_call(address, "GetAddress"), timeout=10)
        text = str(reply.body[0])
        return text if text.startswith("unix:") else ""

    # what tests do on it

    def run(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start the program, as a user does."""
        return self._spawn(sys.executable, "-m", "strategidesk", *arguments)

    def keys(self, *names: str) -> None:
        """Press keys, one chord after the other ("ctrl+s", "Tab")."""
        self._tool("key", "--delay", "30", *names)

    def type(self, text: str) -> None:
        """Type a text."""
        self._tool("type", "--delay", "12", text)

    def picture(self, path: Path) -> None:
        """Save what the screen shows."""
        subprocess.run(
            ["import", "-window", "root", str(path)], env=self.environment, check=True, timeout=60
        )

    def _tool(self, *arguments: str) -> None:
        environment = self.environment | {"LC_ALL": "C.UTF-8"}  # it reads text by the locale
        subprocess.run(["xdotool", *arguments], env=environment, check=True, timeout=120)


def _end(process: "subprocess.Popen[str] | subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)
    if process.stdout is not None:
        process.stdout.close()
