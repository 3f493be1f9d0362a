"""Papers to a board, composed from the strategy."""

from strategidesk.desk.papers.composing import chosen, composed, missing, strategys, usual
from strategidesk.model.papers import Part, parts

__all__ = ["Part", "chosen", "composed", "missing", "parts", "strategys", "usual"]
