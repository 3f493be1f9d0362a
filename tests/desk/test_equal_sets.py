"""Equal sets of revisions dump to equal bytes, wherever and whenever they came together."""

from pathlib import Path
from typing import Any

from strategidesk.desk import files
from strategidesk.history.revision import EXISTS, Revision
from tests.support.desks import content, creation, insert, make, revision, working
from tests.support.strategies import PICTURE, known_id

S1, S2, V1, H1, H2 = (known_id(name) for name in ("s1", "s2", "v1", "h1", "h2"))


def written_apart(path: Path) -> list[Revision]:
    """What Bo and Cia wrote, each without the other's: texts, a set, a move, a removal, a thing."""
    new = known_id("new area")
    with working(path) as desk:

        def both(id: Any, field: str, bo: Any, cia: Any) -> list[Revision]:
            seen = desk.seen(id, field)
            return [revision(id, field, bo, seen, "Bo"), revision(id, field, cia, seen, "Cia")]

        return [
            *both(S1, "body", "Bo skrev.", "Cia skrev."),
            *both(V1, "hallmarks", [H2], sorted([H1, H2])),
            *both(S2, "place", f"A {S1}", "A"),
            revision(S2, EXISTS, None, desk.seen(S2, EXISTS), "Bo"),
            creation(new, "area", {"title": "Ny", "place": "Z"}, "Cia"),
            creation(new, "area", {"title": "Ny", "place": "Za"}, "Bo"),
        ]


def test_that_the_order_of_arrival_does_not_show(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    paths = [make(tmp_path / "a.strategi"), make(tmp_path / "folder" / "annat namn.strategi")]
    apart = written_apart(paths[0])
    for path, order in zip(paths, (apart, apart[::-1]), strict=True):
        with working(path) as desk:
            for each in order:
                insert(desk, each)
    first, second = (files.dump_file(path) for path in paths)
    assert first == second
    assert b"Cia skrev." in first or b"Bo skrev." in first


def test_that_a_dump_knows_no_clock_and_no_path(tmp_path: Path) -> None:
    path = make(tmp_path / "a.strategi")
    dumped = files.dump_file(path)
    path.rename(tmp_path / "b.strategi")
    files.copy(tmp_path / "b.strategi", tmp_path / "c.strategi")
    assert files.dump_file(tmp_path / "c.strategi") == dumped
    assert str(tmp_path).encode() not in dumped
    with working(tmp_path / "c.strategi", "Annan") as desk:
        assert content(desk.strategy) == dumped
        assert PICTURE in desk.strategy.pictures
