"""Where the pages of a document lie under each other, and how large."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from strategidesk.publish.sheets import Size

GAP = 16  # logical pixels around pages
ZOOMS = (25, 33, 50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)  # percent


@dataclass(frozen=True, slots=True)
class Place:
    """A page's place, in logical pixels from the top left corner of all pages."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.y + self.height


class Places:
    """The places of all pages, for one scale and one width of the view."""

    def __init__(self, sizes: Sequence[Size], scale: float, room: float) -> None:
        """`scale`: logical pixels to a point; `room`: the width of the view, where a narrower page
        lies in the middle."""
        self.width = max([room, *(size.width * scale + 2 * GAP for size in sizes)])
        found: list[Place] = []
        y = float(GAP)
        for size in sizes:
            width, height = size.width * scale, size.height * scale
            found.append(Place((self.width - width) / 2, y, width, height))
            y += height + GAP
        self.every = tuple(found)
        self.height = y

    def at(self, y: float) -> int:
        """The number of the page, from 0, at a height; between two pages the lower one."""
        bottoms = [place.bottom for place in self.every]
        return min(bisect_right(bottoms, y), max(0, len(bottoms) - 1))

    def seen(self, top: float, bottom: float) -> range:
        """The numbers of the pages that are seen between two heights."""
        return range(self.at(top), self.at(bottom) + 1) if self.every else range(0)


def fitting(size: Size, room: tuple[float, float], whole: bool) -> float:
    """The scale at which a page is as wide as the view, or is seen `whole`, within the zooms."""
    width, height = (max(1.0, side - 2 * GAP) for side in room)
    scale = width / size.width
    return min(scale, height / size.height) if whole else scale


def next_zoom(percent: float, steps: int) -> int:
    """The zoom that is one step larger, or smaller where `steps` is negative."""
    if steps > 0:
        return next((zoom for zoom in ZOOMS if zoom > percent + 0.5), ZOOMS[-1])
    return next((zoom for zoom in reversed(ZOOMS) if zoom < percent - 0.5), ZOOMS[0])
