"""StrategiDesk: a municipal workgroup drafts, decides and follows up a strategy."""

__version__ = "0.1.0"
