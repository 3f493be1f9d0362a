"""What is missing of the system's parts in `parts.toml`, found without asking a package manager.

Standard library only: it runs before there is an environment, and the tests load it to say
what a skipped test needs. Only Linux has parts to look for: on other systems the libraries come
with the Python packages, and only programs are asked for.
"""

import ctypes
import glob
import importlib.util
import os
import shutil
import sys
import sysconfig
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"


@dataclass(frozen=True)
class Part:
    """One part of the system: by what it is recognised, all of which must be there."""

    name: str
    title: str
    debian: tuple[str, ...]
    jobs: tuple[str, ...]
    needed: bool = False
    optional: tuple[str, ...] = ()  # jobs that can be done without a part that others need
    programs: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()  # files in the folder of the first program

    def present(self) -> bool:
        """Whether everything by which the part is recognised is on this machine."""
        return (
            all(program_path(program) for program in self.programs)
            and all(importlib.util.find_spec(module) for module in self.modules)
            and (
                sys.platform != "linux"
                or (
                    all(_loads(library) for library in self.libraries)
                    and all(_finds(pattern) for pattern in self.files)
                    and all(_lies_beside(self.programs[0], name) for name in self.beside)
                )
            )
        )

    @property
    def command(self) -> str:
        """The command by which a person on Debian or Ubuntu gets the part."""
        return install_command(self.debian)


def every_part() -> dict[str, Part]:
    """All parts by name."""
    text = Path(__file__).with_name("parts.toml").read_text(encoding="utf-8")
    return {name: _part(name, table) for name, table in tomllib.loads(text).items()}


def missing(job: str) -> list[Part]:
    """The parts that a job uses and this machine lacks."""
    used = [part for part in every_part().values() if job in part.jobs and not part.present()]
    return [replace(part, needed=part.needed and job not in part.optional) for part in used]


def install_command(packages: tuple[str, ...]) -> str:
    """The line to type where only the administrator may install."""
    return f"sudo apt-get install {' '.join(packages)}"


def program_path(program: str) -> str | None:
    """Where a program lies: in the path, or where Debian keeps those of its PostgreSQL."""
    servers = sorted(glob.glob("/usr/lib/postgresql/*/bin"), reverse=True)
    return shutil.which(program, path=os.pathsep.join([os.environ.get("PATH", ""), *servers]))


def _part(name: str, table: dict[str, Any]) -> Part:
    def strings(key: str) -> tuple[str, ...]:
        return tuple(text.format(python=_PYTHON) for text in table.get(key, ()))

    return Part(
        name=name,
        title=table["title"],
        debian=strings("debian"),
        jobs=strings("jobs"),
        needed=table.get("needed", False),
        optional=strings("optional"),
        programs=strings("programs"),
        libraries=strings("libraries"),
        modules=strings("modules"),
        files=strings("files"),
        beside=strings("beside"),
    )


def _loads(library: str) -> bool:
    beside_python = Path(sysconfig.get_config_var("LIBDIR") or "/", library)
    for candidate in (library, str(beside_python)):
        try:
            ctypes.CDLL(candidate)
        except OSError:
            continue
        return True
    return False


def _finds(pattern: str) -> bool:
    return next(glob.iglob(pattern, recursive=True), None) is not None


def _lies_beside(program: str, name: str) -> bool:
    return Path(program_path(program) or program).resolve().with_name(name).exists()
