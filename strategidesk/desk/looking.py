"""A glance at strategy files that are not open."""

from strategidesk.store.glance import Glance, glance

__all__ = ["Glance", "glance"]
