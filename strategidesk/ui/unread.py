"""Keeps PySide from reading the source of every module that is imported after it.

It looks there for the name PySide6, as only modules that have it can ask for snake_case names and
the like by `from __feature__ import`. None of ours does, and the database library alone has half a
million characters. Where PySide looks in another way, it is left alone.
"""

from contextlib import suppress
from importlib import import_module

_LOOK = "_mod_uses_pyside"

with suppress(ImportError):
    _feature = import_module("shibokensupport.feature")
    if hasattr(_feature, _LOOK):
        setattr(_feature, _LOOK, lambda _module: False)
