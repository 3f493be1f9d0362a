"""A whole draft by keyboard alone, followed through the accessibility tree, on a real screen."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from strategidesk.desk import files
from tests.screen.person import Person
from tests.screen.waiting import until

# In ASCII, as the tool that presses the keys drops other letters now and then.
SENTENCE = "Alla ska kunna delta."
AREA = "Kommun med plats"
HALLMARKS = ("Alla hittar hit", "Fler deltar")
TERMS = ("Inflyttare", "Torg", "Fadder")
ACTIVITIES = (
    "Starta ett torgkaffe",
    "Bjud in elever",
    "Bygg en brygga",
    "Rusta bron",
    "Sjung ihop",
)
STEPS = 1 + 2 * (1 + len(HALLMARKS) + len(TERMS) + len(ACTIVITIES))  # each is added, then named


def insert(person: Person, entry: str) -> None:
    """An entry of the menu Infoga."""
    person.press("alt+i")
    person.press_until("Down", entry, "menu item")
    person.press("Return")


def export(person: Person, entry: str, path: Path) -> None:
    """An entry of the menu Arkiv > Exportera, to a file of its own."""
    person.press("alt+a")
    person.press_until("Down", "Exportera", "menu item")
    person.press("Right")
    person.press_until("Down", entry, "menu item")
    person.press("Return")
    person.wait_for("Spara som")
    person.fill("Spara som", str(path))
    person.press("Return")
    until(path.exists, path.name)


def test_that_a_draft_is_made_by_keyboard_alone(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "plan.strategi"

    def content() -> dict[str, Any]:
        found: dict[str, Any] = json.loads(files.dump_file(path))
        return found

    def arrives(ask: Callable[[dict[str, Any]], object], what: str) -> None:
        until(lambda: ask(content()), what)

    def insert_row(entry: str, plural: str, words: str) -> None:
        """A line of a table, named in place."""
        before = len(content()[plural])
        insert(person, entry)
        arrives(lambda now: len(now[plural]) > before, "a row")
        person.type(words)
        person.press("Return")

    # a new strategy from a template
    person.wait_for("Strategi för integration")
    person.press_until("Tab", "Strategi för integration")
    person.press("Return")
    person.wait_for("Titel")
    person.fill("Titel", "Ekbackas strategi")
    person.fill("Spara i", str(path))
    person.press("Return")
    person.wait_for("Sidor")
    fresh = content()

    # a text
    person.press("ctrl+2")
    person.wait_for_focus("Text")  # a new page puts the focus on its text
    person.type(SENTENCE)
    person.press("ctrl+s")
    arrives(lambda now: SENTENCE in json.dumps(now, ensure_ascii=False), "the text")

    # an area with its hallmarks, terms, activities
    insert(person, "Integrationsområde")
    person.wait_for_focus("Namn")
    person.type(AREA)
    for words in HALLMARKS:
        insert(person, "Kännetecken")
        person.wait_for_focus("Rubrik")
        person.type(words)
    for term in TERMS:
        insert_row("Definition", "definitions", term)
    person.press("ctrl+5")
    person.wait_for("Saknar något")
    for activity in ACTIVITIES:
        insert_row("Aktivitet", "activities", activity)
    person.press("ctrl+s")
    arrives(lambda now: ACTIVITIES[-1] in json.dumps(now, ensure_ascii=False), "all activities")
    whole = content()
    (area,) = [one for one in whole["areas"] if one["title"] == AREA]
    assert {one["title"] for one in whole["hallmarks"] if one["area"] == area["id"]} == set(
        HALLMARKS
    )
    assert set(TERMS) <= {one["term"] for one in whole["definitions"]}
    assert set(ACTIVITIES) <= {one["title"] for one in whole["activities"]}

    # everything undone, and done again
    for _step in range(STEPS):
        person.press("ctrl+z")
    arrives(lambda now: now == fresh, "everything undone")
    for _step in range(STEPS):
        person.press("ctrl+y")
    arrives(lambda now: now == whole, "everything done again")

    # closed and opened again
    person.press("ctrl+w")
    person.wait_for("Senaste")
    person.press_until("Tab", "Ekbackas strategi")
    person.press("Return")
    person.wait_for("Sidor")
    assert content() == whole

    # and both documents
    export(person, "Strategi …", tmp_path / "strategi.docx")
    export(person, "Aktivitetsplan …", tmp_path / "plan.docx")
