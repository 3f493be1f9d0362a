"""What is kept on this computer, apart from the strategy files, and belongs to one of them."""

import hashlib
import os
from pathlib import Path

import platformdirs

_NAME_MOST = 60  # characters of a file's name that its folder repeats, for people to find it


def local_folder(path: Path, kind: str, root: str | None = None) -> Path:
    """The folder of that kind (`backups`, `texts`) for a strategy file; it need not exist."""
    base = Path(root) if root else platformdirs.user_data_path("StrategiDesk", False) / kind
    digest = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:8]
    return base / f"{path.stem[:_NAME_MOST].strip()}-{digest}"
