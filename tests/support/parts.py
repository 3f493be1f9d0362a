"""Parts of the system that some tests use: LibreOffice, pdftoppm, a C compiler, ...

`@requires("soffice")` on a test, or `need("soffice")` in a fixture, skips where the part is
missing and says how to get it. With `CI=true` a missing part fails: there nothing may be left out.
"""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

requires = pytest.mark.requires


def need(name: str) -> str:
    """The path of the part's first program, empty where it has none.

    The name is a heading of `.ci/parts.toml`; another name is a KeyError.
    """
    part = _parts.every_part()[name]
    if not part.present():
        reason = f"{part.title} is missing: {part.command}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return str(_parts.program_path(part.programs[0])) if part.programs else ""


def _load() -> ModuleType:
    path = Path(__file__).parents[2] / ".ci" / "parts.py"
    spec = importlib.util.spec_from_file_location("system_parts", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


_parts = _load()
