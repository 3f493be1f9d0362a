"""Where the program's own data lies: beside the package in a checkout, inside it when installed."""

from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The folder `resources/`, in a checkout, an installed wheel or a bundle alike."""
    package = Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of one data file, as `resource("wording", "sv.json")`."""
    return resources().joinpath(*parts)
