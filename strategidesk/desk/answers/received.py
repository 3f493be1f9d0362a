"""One file that came back, as far as it could be read."""

from dataclasses import dataclass
from pathlib import Path

from strategidesk.excel.sheets.returned import Returned


@dataclass(frozen=True, slots=True)
class Received:
    """What a file holds, or why it could not be read (a UserError or OSError)."""

    path: Path
    returned: Returned | None = None
    trouble: Exception | None = None
