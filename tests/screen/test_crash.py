"""The program is killed while somebody types: nothing of what was kept is lost."""

from pathlib import Path

from strategidesk.desk import files
from tests.screen.accessible import Bus
from tests.screen.desktop import Desktop
from tests.screen.person import Person
from tests.screen.waiting import until

WORDS = "Inflyttare är den som"


def test_that_what_was_being_typed_when_the_program_was_killed_is_there_again(
    desktop: Desktop, bus: Bus, tmp_path: Path
) -> None:
    path = tmp_path / "plan.strategi"
    files.new(path, "Astrid Exempel")
    program = desktop.run(str(path))
    person = Person(desktop, bus)
    person.wait_for("Sidor")
    person.press("ctrl+3")
    person.press("alt+i")
    person.press_until("Down", "Område", "menu item")
    person.press("Return")
    person.wait_for_focus("Namn")
    person.type(WORDS)
    until(lambda: WORDS.encode() in path.read_bytes(), "the draft in the file")

    program.kill()
    program.wait(30)
    desktop.run(str(path))
    again = Person(desktop, bus)

    again.wait_for("Det som höll på att skrivas när programmet")
    again.press("ctrl+3")
    again.press_until("F6", WORDS)
