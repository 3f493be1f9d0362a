"""What came in, by the parts of the strategy that it concerns."""

from strategidesk.model.dialogue import Consultation
from strategidesk.model.opinions import Opinions, alphabetical
from tests.support.strategies import known_id, strategy

MADE = strategy(
    sections=[
        {"id": "s1", "heading": "Bakgrund"},
        {"id": "s2", "heading": "Områden", "content": "areas"},
        {"id": "s3", "heading": "Uppföljning"},
    ],
    areas=[{"id": "a1", "title": "Språk"}, {"id": "a2", "title": "Arbete"}],
    consultations=[{"id": "c"}, {"id": "other"}],
    responses=[
        {"consultation": "c", "respondent": "Örs by", "section": "s3", "handling": "noted"},
        {"consultation": "c", "respondent": "Ås by", "area": "a2", "handling": "accepted"},
        {"consultation": "c", "respondent": "Zons by", "section": "s1", "area": "a1"},
        {"consultation": "c", "respondent": "Äng", "area": "a1", "handling": "accepted"},
        {"consultation": "c", "respondent": "Alla", "handling": "rejected"},
        {"consultation": "c", "respondent": "ås  by", "section": "s2"},
        {"consultation": "other", "respondent": "Någon annan"},
    ],
)


def _consultation() -> Consultation:
    found = MADE.get(Consultation, known_id("c"))
    assert found
    return found


def test_that_opinions_follow_the_document_with_areas_where_they_are_printed() -> None:
    names = [one.respondent for one in Opinions(MADE).by_part(_consultation())]
    assert names == ["Alla", "Zons by", "ås  by", "Äng", "Ås by", "Örs by"]


def test_that_respondents_stand_in_swedish_order_with_what_each_said_together() -> None:
    names = [one.respondent for one in Opinions(MADE).by_respondent(_consultation())]
    assert names == ["Alla", "Zons by", "ås  by", "Ås by", "Äng", "Örs by"]
    assert sorted(["öl", "zon", "Ål", "äl", "vatten"], key=alphabetical) == [
        "vatten",
        "zon",
        "Ål",
        "äl",
        "öl",
    ]


def test_that_each_part_is_counted_with_how_it_was_handled() -> None:
    opinions = Opinions(MADE)
    found = opinions.counts(_consultation())
    assert {opinions.name(part): dict(handled) for part, handled in found.items()} == {
        "": {"rejected": 1},
        "Bakgrund": {"": 1},
        "Områden": {"": 1},
        "Språk": {"accepted": 1},
        "Arbete": {"accepted": 1},
        "Uppföljning": {"noted": 1},
    }


def test_that_what_concerns_a_section_and_an_area_names_both() -> None:
    opinions = Opinions(MADE)
    both = next(one for one in opinions.of(_consultation()) if one.section and one.area)
    assert opinions.concerned(both) == ["Bakgrund", "Språk"]
