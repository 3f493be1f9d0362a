"""What the command search finds, and in which order."""

from strategidesk.desk.searching import Titles, fold, line, search
from tests.support.desks import rich
from tests.support.strategies import strategy

LINES = [
    line("command", "move", "Flytta upp"),
    line("command", "follow", "Uppföljning"),
    line("command", "people", "Arbetsgrupp och enheter"),
    line("section", "s1", "Uppdrag och arbetsgrupp"),
    line("section", "s2", "Kåren på orten"),
    line("section", "s3", "Idén: kafé – för alla"),
]


def found(sought: str, recent: tuple[str, ...] = (), most: int = 6) -> list[str]:
    return [hit.line.key for hit in search(LINES, sought, recent, most)]


def marked(sought: str, key: str) -> list[str]:
    (hit,) = (hit for hit in search(LINES, sought) if hit.line.key == key)
    return [hit.line.text[start:end] for start, end in hit.marks]


def test_that_beginnings_come_before_words_and_words_before_what_is_inside() -> None:
    assert found("upp") == ["follow", "move", "people", "s1"]


def test_that_every_word_sought_must_be_there_in_any_order() -> None:
    assert found("arbetsgrupp upp") == ["people", "s1"]
    assert found("enheter upp") == ["people"]
    assert found("enheter uppsats") == []


def test_that_a_ring_makes_another_letter_but_an_accent_does_not() -> None:
    assert found("kar") == []
    assert found("KÅR") == ["s2"]
    assert found("idé kafe") == found("ide KAFÉ") == ["s3"]


def test_that_signs_do_not_count() -> None:
    assert found("idén kafé för") == ["s3"]
    assert found("&") == []
    assert len(fold("İstanbul ẞ ﬁ – x")) == len("İstanbul ẞ ﬁ – x")


def test_that_what_was_used_lately_comes_first_in_its_group() -> None:
    assert found("upp", recent=("people", "move")) == ["people", "move", "follow", "s1"]


def test_that_nothing_sought_gives_what_was_used_lately() -> None:
    assert found(" ", recent=("s2", "gone", "move")) == ["s2", "move"]
    assert found("") == []


def test_that_a_group_gives_no_more_than_its_share() -> None:
    assert found("upp", most=1) == ["follow", "s1"]


def test_that_what_answers_is_marked_in_the_text() -> None:
    assert marked("upp", "move") == ["upp"]
    assert marked("upp", "people") == ["upp"]
    assert marked("kafe för", "s3") == ["kafé", "för"]
    assert marked("arbets arbetsgrupp", "s1") == ["arbetsgrupp"]


def test_that_everything_with_a_name_is_found_sections_activities_and_definitions_first() -> None:
    whole = rich()
    lines = Titles().of(whole)
    groups = list(dict.fromkeys(one.group for one in lines))

    assert groups[:3] == ["section", "activity", "definition"]
    assert {"area", "hallmark", "unit", "member", "decision"} <= set(groups)
    assert "strategy" not in groups
    assert all(one.text == " ".join(one.text.split()) != "" for one in lines)
    (hit,) = search(lines, "språkkafé")
    assert whole.by_id[hit.line.key].meta.entity == "activity"  # type: ignore[index]


def test_that_titles_follow_the_strategy() -> None:
    titles, before = Titles(), rich()
    first = titles.of(before)

    assert titles.of(before) is first
    again = titles.of(rich())
    assert [one.text for one in again] == [one.text for one in first]


def test_that_a_command_answers_to_its_menus_after_those_that_answer_by_name() -> None:
    lines = [
        line("command", f"e{n}", text, also="Arkiv Exportera")
        for n, text in enumerate(["Aktivitetsplan", "Strategi", *"abcdefgh"])
    ]
    lines.append(line("command", "again", "Exportera som förra gången", also="Arkiv"))
    hits = search(lines, "exportera")

    assert [hit.line.key for hit in hits] == ["again", *(f"e{n}" for n in range(10))]
    assert hits[1].marks == ()
    assert [hit.line.key for hit in search(lines, "strategi arkiv")] == ["e1"]


def test_that_an_activity_answers_to_its_number_and_that_one_comes_first() -> None:
    rows = [{"title": f"Möte {chr(97 + n)}"} for n in range(30)]
    titles = Titles()
    lines = titles.of(strategy(activities=rows), "Aktivitet")
    hits = search(lines, "aktivitet 3")

    assert [hit.line.text for hit in hits] == ["Möte c", f"Möte {chr(97 + 29)}"]
    assert titles.numbers[hits[0].line.key] == 3  # type: ignore[index]
    assert search(lines, "3")[0].line.text == "Möte c"


def test_that_what_the_program_notes_for_itself_is_not_found() -> None:
    groups = {one.group for one in Titles().of(rich())}
    assert {"follow_up", "round"} <= groups
    assert not {"receipt", "open_answer"} & groups
