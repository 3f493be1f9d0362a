"""Who walks by Tab always sees where the focus is."""

from strategidesk.ui.start.window import StartWindow
from strategidesk.ui.window import Window
from tests.support.focusable import without_ring
from tests.support.walking import sights


def test_that_the_focus_is_seen_on_every_page(wide: Window) -> None:
    found = {
        f"{sight}: {kind}"
        for sight in sights(wide)
        for kind, _widget in without_ring(wide, wide.status.zoom)
    }
    assert "\n".join(sorted(found)) == ""


def test_that_the_focus_is_seen_on_the_start_page(start: StartWindow) -> None:
    elsewhere = start.page.new_button
    assert [kind for kind, _widget in without_ring(start, elsewhere)] == []
